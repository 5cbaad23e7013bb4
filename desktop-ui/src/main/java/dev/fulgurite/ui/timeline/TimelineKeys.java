package dev.fulgurite.ui.timeline;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Keys and mouse of the timeline. A click picks an event; dragging over the lanes brushes,
/// dragging the axis (or with the middle button) pans; arrows go from event to event.
final class TimelineKeys {

    private static final double ZOOM = 1.25;
    private static final double STILL = 3;

    private final TimelinePlot plot;
    private final TimelineViewModel model;
    private boolean panning;
    private boolean moved;
    private double pressX;
    private double lastX;
    private long pressAt;

    TimelineKeys(TimelinePlot plot, TimelineViewModel model) {
        this.plot = plot;
        this.model = model;
        plot.setOnKeyPressed(this::key);
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseReleased(this::release);
        plot.setOnMouseMoved(this::hover);
        plot.setOnMouseExited(_ -> plot.point(-1, -1));
        plot.setOnScroll(this::scroll);
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = event.isShiftDown() ? shifted(event.getCode()) : plain(event.getCode());
        if (known) {
            event.consume();
        }
    }

    private boolean shifted(KeyCode code) {
        switch (code) {
            case LEFT -> model.stepBrushing(-1);
            case RIGHT -> model.stepBrushing(1);
            default -> {
                return plain(code);
            }
        }
        return true;
    }

    private boolean plain(KeyCode code) {
        switch (code) {
            case LEFT -> model.step(-1);
            case RIGHT -> model.step(1);
            case HOME -> model.first();
            case END -> model.last();
            case UP -> plot.scroll(-1);
            case DOWN -> plot.scroll(1);
            case SPACE -> model.playback().toggle();
            case F -> model.fit();
            case PLUS, EQUALS, ADD -> zoom(ZOOM);
            case MINUS, SUBTRACT -> zoom(1 / ZOOM);
            case ESCAPE -> {
                return model.clearBrush();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// At the event that the keyboard is on, else in the middle.
    void zoom(double factor) {
        Span view = model.view().get();
        var current = model.current().get();
        long at = current == null ? view.from() + view.length() / 2 : Span.nanos(current.at());
        long fixed = view.holds(at) ? at : view.from() + view.length() / 2;
        model.view().set(view.zoomed(factor, fixed));
    }

    private void press(MouseEvent event) {
        plot.requestFocus();
        pressX = lastX = event.getX();
        pressAt = plot.at(event.getX());
        moved = false;
        panning = event.getButton() == MouseButton.MIDDLE || event.getY() < plot.frame().axis();
    }

    private void drag(MouseEvent event) {
        moved = moved || Math.abs(event.getX() - pressX) > STILL;
        if (!moved) {
            return;
        }
        if (panning) {
            plot.setCursor(Cursor.CLOSED_HAND);
            model.view().set(model.view().get().panned(plot.at(lastX) - plot.at(event.getX())));
        } else if (event.getButton() == MouseButton.PRIMARY) {
            model.draw(Span.between(pressAt, plot.at(event.getX())));
        }
        lastX = event.getX();
        plot.point(event.getX(), event.getY());
    }

    private void release(MouseEvent event) {
        plot.setCursor(Cursor.DEFAULT);
        if (moved && !panning && event.getButton() == MouseButton.PRIMARY) {
            model.brush(Span.between(pressAt, plot.at(event.getX())));
        }
        if (moved || panning || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2 && plot.momentsAt(event.getX(), event.getY()).size() > 1) {
            zoomInto(plot.momentsAt(event.getX(), event.getY()));
        } else {
            plot.nearest(event.getX(), event.getY())
                    .ifPresentOrElse(model::pick, model::clearBrush);
        }
    }

    private void zoomInto(List<dev.fulgurite.investigation.Timeline.Moment> moments) {
        model.view()
                .set(
                        new Span(
                                        Span.nanos(moments.getFirst().at()),
                                        Span.nanos(moments.getLast().at()))
                                .roomy());
    }

    private void hover(MouseEvent event) {
        plot.point(event.getX(), event.getY());
        plot.setCursor(
                event.getY() < plot.frame().axis()
                        ? Cursor.OPEN_HAND
                        : plot.momentsAt(event.getX(), event.getY()).isEmpty()
                                ? Cursor.DEFAULT
                                : Cursor.HAND);
    }

    private void scroll(ScrollEvent event) {
        double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        if (event.isShiftDown() && turned != 0) {
            plot.scroll(turned > 0 ? -1 : 1);
        } else if (turned != 0) {
            Span view = model.view().get();
            double factor = turned > 0 ? ZOOM : 1 / ZOOM;
            model.view().set(view.zoomed(factor, plot.at(event.getX())));
        }
        event.consume();
    }
}
