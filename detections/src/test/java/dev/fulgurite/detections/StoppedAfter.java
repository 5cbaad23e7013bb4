package dev.fulgurite.detections;

import dev.fulgurite.detections.link.LinkListener;

/// Ends linking after it was told so often how far it is.
final class StoppedAfter implements LinkListener {

    private int left;

    StoppedAfter(int times) {
        left = times;
    }

    @Override
    public void linking(String title, int link, int links, double part) {
        left--;
    }

    @Override
    public boolean cancelled() {
        return left < 0;
    }
}
