package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.util.List;

/// Ties SIDs and names of one account.
@AutoService(LinkStep.class)
public final class AccountFaces implements LinkStep {

    @Override
    public List<Row> holding(List<Row> read) {
        return new Faces("sid:", Names::accountShortForm).ties(read);
    }
}
