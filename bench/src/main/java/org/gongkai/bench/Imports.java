package org.gongkai.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public import interface, as a client of it: upload, wait, read the counts. */
final class Imports {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> ENDED = List.of("DONE", "FAILED");

    private final Application application;

    Imports(Application application) {
        this.application = application;
    }

    /**
     * Uploads and waits for the end.
     *
     * @param what bodies, catalogue, formations, disclosures, calendar
     * @return what {@code GET /imports/{id}} says at the end
     */
    JsonNode load(String what, String fileName, byte[] bytes, Map<String, String> fields)
            throws IOException, InterruptedException {
        String boundary = "bench" + System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (var field : fields.entrySet()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                            + "\"\r\n\r\n" + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = application
                .request("/api/v1/imports/" + what)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        var accepted = application.send(request);
        if (accepted.statusCode() != 202) {
            throw new IOException(what + ": " + accepted.statusCode() + " " + accepted.body());
        }
        return await(accepted.location());
    }

    JsonNode load(String what, Path file, Map<String, String> fields) throws IOException, InterruptedException {
        return load(what, file.getFileName().toString(), Files.readAllBytes(file), fields);
    }

    private JsonNode await(String location) throws IOException, InterruptedException {
        String path = location.replaceFirst("^https?://[^/]+", "");
        while (true) {
            JsonNode state = JSON.readTree(application.get(path).body());
            if (ENDED.contains(state.path("state").asString())) {
                return state;
            }
            Thread.sleep(50);
        }
    }
}
