package dev.fulgurite.investigation.picture;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.investigation.ExportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// `png`: the picture that the window shows, in light colours. Raw records are not drawn; export in
/// another format to hand those on.
@AutoService(ExportFormat.class)
public final class PngExport implements ExportFormat {

    @Override
    public String name() {
        return "png";
    }

    @Override
    public void write(Subgraph subgraph, List<EvidenceRecord> evidence, OutputStream to)
            throws IOException {
        PngPicture.write(subgraph, Theme.LIGHT, to);
    }
}
