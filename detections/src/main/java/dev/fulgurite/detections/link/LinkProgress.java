package dev.fulgurite.detections.link;

/// Tells a listener how far one link is, one thread at a time.
///
/// @param number of the link, from 1
/// @param links how many there are
record LinkProgress(LinkListener listener, LinkFile file, int number, int links) {

    void portions(int done, int all) {
        synchronized (listener) {
            listener.linking(file.file().head("title"), number, links, (double) done / all);
        }
    }
}
