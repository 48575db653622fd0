package org.answerable.foi.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Decides by its bytes what a file is and whether it is kept. What is not on the list is refused,
 * and so is a file that claims to be something else, and an archive that unpacks without end. A file
 * is never opened by a program nor shown inside a page.
 */
public final class FileCheck {

    /** Limit of the entries of a packed document. */
    static final int MOST_ENTRIES = 5_000;

    /** Limit of what a packed document unpacks to. */
    static final long MOST_UNPACKED = 300L << 20;

    /** Limit of unpacked to packed bytes, for documents that unpack to more than 10 MB. */
    static final long MOST_RATIO = 100;

    private static final long RATIO_FROM = 10L << 20;
    private static final int BUFFER = 1 << 16;
    private static final int MOST_NAME = 150;
    private static final String ODF = "application/vnd.oasis.opendocument.";
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final String OLE = "application/x-tika-msoffice";
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /** What may be kept, by the ending of its name; several endings may share one type. */
    private static final Map<String, String> KEPT =
            Map.ofEntries(
                    Map.entry("pdf", "application/pdf"),
                    Map.entry("png", "image/png"),
                    Map.entry("jpg", "image/jpeg"),
                    Map.entry("jpeg", "image/jpeg"),
                    Map.entry("txt", "text/plain"),
                    Map.entry("csv", "text/plain"),
                    Map.entry("rtf", "application/rtf"),
                    Map.entry("eml", "message/rfc822"),
                    Map.entry("doc", OLE),
                    Map.entry("xls", OLE),
                    Map.entry("ppt", OLE),
                    Map.entry("msg", OLE),
                    Map.entry("docx", OOXML + "wordprocessingml.document"),
                    Map.entry("xlsx", OOXML + "spreadsheetml.sheet"),
                    Map.entry("pptx", OOXML + "presentationml.presentation"),
                    Map.entry("odt", ODF + "text"),
                    Map.entry("ods", ODF + "spreadsheet"),
                    Map.entry("odp", ODF + "presentation"));

    private FileCheck() {}

    /** Looks at the bytes of a file. */
    public static ReceivedFile of(String rawName, String claimedType, byte[] content) {
        String name = name(rawName);
        String type = detect(content);
        String refusal = "";
        if (content.length == 0) {
            refusal = "The file is empty.";
        } else if (type.equals("application/zip")) {
            Packed packed = packed(content);
            type = packed.type();
            refusal = packed.refusal();
        }
        if (refusal.isEmpty()) {
            refusal = refusal(name, claimedType, type);
        }
        return new ReceivedFile(
                name,
                ReceivedText.line(claimedType),
                type,
                content.length,
                sha256(content),
                refusal,
                refusal.isEmpty() ? content : new byte[0]);
    }

    /** A file that could not be read at all. */
    static ReceivedFile unreadable(String rawName, String claimedType) {
        return new ReceivedFile(
                name(rawName),
                ReceivedText.line(claimedType),
                "unknown",
                0,
                sha256(new byte[0]),
                "The file could not be read: the message is damaged.",
                new byte[0]);
    }

    private static String refusal(String name, String claimedType, String type) {
        if (!KEPT.containsValue(type)) {
            return "Files of the kind " + type + " are not taken.";
        }
        Optional<String> byName = Optional.ofNullable(KEPT.get(ending(name)));
        if (byName.isEmpty() || !byName.get().equals(type)) {
            return "The name ends in “." + ending(name) + "”, but the content is " + type + ".";
        }
        String claimed = family(claimedType);
        if (!claimed.isEmpty() && !claimed.equals(type)) {
            return "The sender calls it " + claimed + ", but the content is " + type + ".";
        }
        return "";
    }

    /** The claim in our own words; empty for a claim that says nothing. */
    private static String family(String claimedType) {
        String claim = claimedType.toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
        return switch (claim) {
            case "", "application/octet-stream", "application/download", "binary/octet-stream" ->
                    "";
            case "application/zip", "application/x-zip-compressed" -> "";
            case "text/csv", "application/csv", "text/comma-separated-values" -> "text/plain";
            case "image/jpg", "image/pjpeg" -> "image/jpeg";
            case "text/rtf", "application/x-rtf" -> "application/rtf";
            case "application/msword",
                    "application/vnd.ms-excel",
                    "application/vnd.ms-powerpoint",
                    "application/vnd.ms-outlook" ->
                    OLE;
            default -> claim;
        };
    }

    private static String detect(byte[] content) {
        try (InputStream in = new ByteArrayInputStream(content)) {
            return TYPES.detect(in, new Metadata()).toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What is inside a ZIP container, and why it is not taken. */
    private record Packed(String type, String refusal) {}

    /** Unpacks to nowhere, counting, and stops at the first limit. */
    private static Packed packed(byte[] content) {
        String type = "application/zip";
        long unpacked = 0;
        int entries = 0;
        byte[] buffer = new byte[BUFFER];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                entries++;
                String entry = e.getName();
                if (entry.endsWith("vbaProject.bin")) {
                    return new Packed(type, "The document holds macros.");
                }
                if (entries == 1 && entry.equals("mimetype")) {
                    type = openDocument(zip).orElse(type);
                } else if (type.equals("application/zip")) {
                    type = office(entry).orElse(type);
                }
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (tooMuch(unpacked, content.length)) {
                        return bomb(type);
                    }
                }
                if (entries > MOST_ENTRIES) {
                    return bomb(type);
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return new Packed(type, "The file is damaged.");
        }
        return new Packed(type, "");
    }

    private static Packed bomb(String type) {
        return new Packed(type, "The file unpacks to far more than a document holds.");
    }

    private static boolean tooMuch(long unpacked, long packed) {
        return unpacked > MOST_UNPACKED
                || (unpacked > RATIO_FROM && unpacked / Math.max(packed, 1) > MOST_RATIO);
    }

    private static Optional<String> openDocument(ZipInputStream zip) throws IOException {
        String type = new String(zip.readNBytes(BUFFER), StandardCharsets.US_ASCII).strip();
        return Optional.of(type).filter(t -> t.startsWith(ODF) && KEPT.containsValue(t));
    }

    private static Optional<String> office(String entry) {
        if (entry.startsWith("word/")) {
            return Optional.of(KEPT.get("docx"));
        }
        if (entry.startsWith("xl/")) {
            return Optional.of(KEPT.get("xlsx"));
        }
        return entry.startsWith("ppt/") ? Optional.of(KEPT.get("pptx")) : Optional.empty();
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The last part of the name, without what a file system or a header could take amiss. */
    private static String name(String raw) {
        String line = ReceivedText.line(raw).replaceAll(".*[/\\\\]", "");
        String safe = line.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "").strip();
        String name = safe.replaceFirst("^\\.+", "");
        if (name.isEmpty()) {
            return "unnamed";
        }
        return name.length() <= MOST_NAME ? name : name.substring(name.length() - MOST_NAME);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
