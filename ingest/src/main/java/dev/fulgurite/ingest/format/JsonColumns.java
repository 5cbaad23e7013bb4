package dev.fulgurite.ingest.format;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The columns of a JSON object.
final class JsonColumns implements Columns {

    static final JsonColumns NONE = new JsonColumns(Json.emptyObject());

    private final ObjectNode object;

    JsonColumns(ObjectNode object) {
        this.object = object;
    }

    @Override
    public boolean has(String name) {
        return object.has(name);
    }

    @Override
    public String text(String name) {
        JsonNode value = object.get(name);
        return value == null ? "" : Json.text(value);
    }

    @Override
    public Columns object(String name) {
        JsonNode value = object.get(name);
        if (value instanceof ObjectNode nested) {
            return new JsonColumns(nested);
        }
        return value == null || !value.isString() ? NONE : Json.columns(value.stringValue());
    }

    @Override
    public List<Columns> objects(String name) {
        JsonNode value = object.get(name);
        if (value instanceof ArrayNode list) {
            return Json.objects(list);
        }
        return value == null || !value.isString() ? List.of() : Json.objects(value.stringValue());
    }

    @Override
    public Collection<String> names() {
        return object.propertyNames();
    }
}
