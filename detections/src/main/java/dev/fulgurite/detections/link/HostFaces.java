package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.util.List;

/// Ties device ids, full names and short names of one host.
@AutoService(LinkStep.class)
public final class HostFaces implements LinkStep {

    @Override
    public List<Row> holding(List<Row> read) {
        return new Faces("device:", Names::hostLabel).ties(read);
    }
}
