package dev.fulgurite.ui;

import dev.fulgurite.ui.shell.ShellState;
import dev.fulgurite.ui.shell.ShellViewModel;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;

/// A start that ends by itself and says how long it took: the launcher learns from it which classes
/// the next start needs, and the load runs time it. Asked for by the system property
/// `fulgurite.rehearsal`: `usable` ends when the window takes its first input, `open` when the
/// graph behind it is open, too.
final class Rehearsal {

    private static final String PROPERTY = "fulgurite.rehearsal";
    private static final int FRAMES = 2;

    private Rehearsal() {}

    static void follow(ShellViewModel model) {
        switch (System.getProperty(PROPERTY, "")) {
            case "usable" -> afterFirstFrames(Rehearsal::end);
            case "open" ->
                    afterFirstFrames(() ->
                            model.state()
                                    .subscribe(state -> {
                                        if (!(state instanceof ShellState.Opening)) {
                                            afterFirstFrames(Rehearsal::end);
                                        }
                                    }));
            default -> {}
        }
    }

    private static void afterFirstFrames(Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames > FRAMES) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private static void end() {
        Duration processor =
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        System.getLogger("fulgurite")
                .log(
                        System.Logger.Level.INFO,
                        "rehearsal: {0,number,#} ms by the clock, {1,number,#} ms of processors",
                        ManagementFactory.getRuntimeMXBean().getUptime(),
                        processor.toMillis());
        PauseTransition settle = new PauseTransition(javafx.util.Duration.millis(200));
        settle.setOnFinished(_ -> Platform.exit());
        settle.play();
    }
}
