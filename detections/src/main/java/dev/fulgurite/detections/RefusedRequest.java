package dev.fulgurite.detections;

/// What was asked for does not exist or cannot be meant: an unknown rule, setting or alert. The
/// message says what, and what there is instead; nothing was run or changed.
public final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RefusedRequest(String message) {
        super(message);
    }
}
