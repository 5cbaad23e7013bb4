package dev.fulgurite.detections.link;

/// Is told how far linking is.
@FunctionalInterface
public interface LinkListener {

    /// A link is about to run.
    ///
    /// @param title what it ties, as its file says
    /// @param done links that ran before it
    /// @param all links that run in all
    void linking(String title, int done, int all);

    static LinkListener silent() {
        return (_, _, _) -> {};
    }
}
