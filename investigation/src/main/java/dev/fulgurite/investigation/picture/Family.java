package dev.fulgurite.investigation.picture;

/// What a card belongs to in the story; one hue each, from a set that colour-blind people can tell
/// apart. Never the only sign: every card bears its icon and the words of its kind.
public enum Family {
    IDENTITY,
    ORIGIN,
    OPERATION,
    MACHINE,
    SCRIPT,
    SESSION,
    COMMAND,
    RECORD
}
