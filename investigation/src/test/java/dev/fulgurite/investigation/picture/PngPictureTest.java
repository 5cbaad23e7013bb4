package dev.fulgurite.investigation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.ExportFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngPictureTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void the_chain_is_drawn_in_light_and_dark() throws IOException {
        BufferedImage light = picture("chain-light.png", Stories.chain(), Theme.LIGHT);
        BufferedImage dark = picture("chain-dark.png", Stories.chain(), Theme.DARK);

        assertThat(light.getRGB(4, light.getHeight() - 4)).isEqualTo(Theme.LIGHT.canvas());
        assertThat(dark.getRGB(4, dark.getHeight() - 4)).isEqualTo(Theme.DARK.canvas());
    }

    @Test
    void a_graph_too_wide_for_a_picture_is_drawn_smaller() throws IOException {
        BufferedImage image = picture("many.png", Stories.random(3, 400), Theme.LIGHT);

        assertThat(image.getWidth()).isLessThanOrEqualTo(16_200);
        assertThat(image.getHeight()).isLessThanOrEqualTo(16_200);
    }

    @Test
    void png_is_one_of_the_export_formats() throws IOException {
        ExportFormat png =
                ServiceLoader.load(ExportFormat.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(format -> format.name().equals("png"))
                        .findFirst()
                        .orElseThrow();
        ByteArrayOutputStream written = new ByteArrayOutputStream();

        png.write(Stories.chain(), List.of(), written);

        assertThat(ImageIO.read(new ByteArrayInputStream(written.toByteArray()))).isNotNull();
    }

    private static BufferedImage picture(String name, Subgraph graph, Theme theme)
            throws IOException {
        Files.createDirectories(PICTURES);
        Path file = PICTURES.resolve(name);
        try (OutputStream to = Files.newOutputStream(file)) {
            PngPicture.write(graph, theme, to);
        }
        return ImageIO.read(file.toFile());
    }
}
