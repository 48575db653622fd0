package org.answerable.system;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A body of fields and files, as a browser writes it (RFC 7578). */
final class Multipart {

    static final String BOUNDARY = "answerable-7MA4YWxkTrZu0gW";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Multipart field(String name, String value) {
        write(head("name=\"" + name + "\"") + "\r\n" + value + "\r\n");
        return this;
    }

    Multipart file(String name, String fileName, byte[] content) {
        write(fileHead(name, fileName));
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    /** What stands before the content of a file. */
    static String fileHead(String name, String fileName) {
        return head("name=\"" + name + "\"; filename=\"" + fileName + "\"")
                + "Content-Type: text/csv\r\n\r\n";
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    BodyPublisher publisher() {
        return BodyPublishers.ofByteArray(bytes());
    }

    byte[] bytes() {
        byte[] end = ("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[body.size() + end.length];
        System.arraycopy(body.toByteArray(), 0, all, 0, body.size());
        System.arraycopy(end, 0, all, body.size(), end.length);
        return all;
    }

    /** Without its end: as far as it was written. */
    byte[] unfinished() {
        return body.toByteArray();
    }

    private static String head(String disposition) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n";
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
