package dev.fulgurite.detections;

/// A value that a run may set for a rule. The default's type (`Boolean`, `Long`, `Double`,
/// `String`) is that of every value.
///
/// @param fallback the value when nothing is set
/// @param required whether the rule cannot work before it is set; its fallback is `""`
public record Parameter(String name, Object fallback, String meaning, boolean required) {

    /// The default that the head of a rule gives to a required parameter.
    static final String REQUIRED = "required";
}
