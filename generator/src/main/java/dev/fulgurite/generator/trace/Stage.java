package dev.fulgurite.generator.trace;

/// How far an operation had come, in the words of the two ways in which Azure writes it.
public enum Stage {
    START("Start", "Started"),
    ACCEPT("Accept", "Accepted"),
    SUCCESS("Success", "Succeeded"),
    FAILURE("Failure", "Failed");

    private final String word;
    private final String oldWord;

    Stage(String word, String oldWord) {
        this.word = word;
        this.oldWord = oldWord;
    }

    public String word() {
        return word;
    }

    /// As the legacy connector says it.
    public String oldWord() {
        return oldWord;
    }
}
