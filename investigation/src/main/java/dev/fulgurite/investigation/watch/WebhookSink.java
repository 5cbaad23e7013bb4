package dev.fulgurite.investigation.watch;

import dev.fulgurite.detections.link.Hashes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Posts an object an alert. The notice's id is the `Idempotency-Key`: a receiver that was told but
/// could not say so is told again under the same, and of a change under another.
final class WebhookSink implements Sink {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int SUCCESS = 2;
    private static final int CLASS = 100;

    /// What the receiver says of this very alert, and would say again.
    private static final Set<Integer> UNWANTED = Set.of(400, 413, 422);

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    WebhookSink(URI address) {
        this.address = address;
    }

    @Override
    public String id() {
        return "webhook:" + Hashes.of(address.toString());
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public void tell(List<Notice> notices) throws IOException, InterruptedException {
        for (Notice notice : notices) {
            post(notice);
        }
    }

    private void post(Notice notice) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "fulgurite")
                        .header("Idempotency-Key", notice.id())
                        .POST(HttpRequest.BodyPublishers.ofString(notice.json()))
                        .build();
        int status = answer(request);
        if (UNWANTED.contains(status)) {
            throw new Unwanted("answered " + status + " to alert " + notice.id());
        }
        if (status / CLASS != SUCCESS) {
            throw new IOException("answered " + status);
        }
    }

    /// The exceptions' own words may hold the address.
    private int answer(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IOException("cannot be reached (" + e.getClass().getSimpleName() + ")");
        }
    }
}
