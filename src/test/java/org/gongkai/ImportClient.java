package org.gongkai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 导入接口的客户端：上传、等待、读结果，和任何外部系统一样。 */
final class ImportClient {

    static final String DONE = "DONE";
    private static final List<String> GOING =
            List.of("WAITING", "QUEUED", "RUNNING", "PENDING", "APPLYING", "CHECKING", "READING");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningGongkai gongkai;

    ImportClient(RunningGongkai gongkai) {
        this.gongkai = gongkai;
    }

    /** 上传并等到结束，返回最后的状态。 */
    JsonNode load(String what, String name, byte[] bytes, Map<String, String> fields)
            throws IOException, InterruptedException {
        String boundary = "import" + System.nanoTime();
        HttpRequest request = gongkai.request("/api/v1/imports/" + what)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body(boundary, name, bytes, fields)))
                .build();
        var accepted = gongkai.send(request);
        if (accepted.statusCode() != 202) {
            throw new IOException(what + ": " + accepted.statusCode() + " " + accepted.body());
        }
        return await(accepted.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", ""));
    }

    private JsonNode await(String path) throws IOException, InterruptedException {
        while (true) {
            var answer = gongkai.get(path);
            if (answer.statusCode() != 200) {
                throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            JsonNode state = JSON.readTree(answer.body());
            if (!GOING.contains(state.path("state").asString())) {
                return state;
            }
            Thread.sleep(25);
        }
    }

    static byte[] body(String boundary, String name, byte[] bytes, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
