package dev.fulgurite.detections.link;

/// Is told how far linking is, by one thread at a time, and asked whether to go on.
public interface LinkListener {

    /// A link is under way.
    ///
    /// @param title what it ties, as its file says
    /// @param link which one it is, from 1
    /// @param links how many there are
    /// @param part of it that is done, from 0 to 1; the last of all ends with 1
    default void linking(String title, int link, int links, double part) {}

    /// True ends linking at the next safe point: what was tied stays, the rest is made with the
    /// next links.
    default boolean cancelled() {
        return false;
    }

    static LinkListener silent() {
        return new LinkListener() {};
    }
}
