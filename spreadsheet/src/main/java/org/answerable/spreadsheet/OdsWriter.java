package org.answerable.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * A workbook as OpenDocument spreadsheet (ISO/IEC 26300, ODF 1.3), laid out after the Government
 * Analysis Function's "Releasing statistics in spreadsheets": cover, contents, notes, one marked-up
 * table a sheet beginning in column A, no merged or empty cells, no formulas, no macros. Rows go to
 * the file one by one, so a long table takes no memory.
 */
public final class OdsWriter {

    public static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private OdsWriter() {}

    /** Writes to the end and leaves the target open: it belongs to the caller. */
    public static void write(Workbook workbook, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        LocalDateTime time = LocalDateTime.ofInstant(workbook.created(), ZoneOffset.UTC);
        try {
            mimetype(zip, time);
            begin(zip, "META-INF/manifest.xml", time);
            OdsFrame.manifest(new OdsXml(zip));
            begin(zip, "meta.xml", time);
            OdsFrame.meta(new OdsXml(zip), workbook);
            begin(zip, "styles.xml", time);
            OdsFrame.styles(new OdsXml(zip));
            begin(zip, "content.xml", time);
            OdsContent.write(new OdsXml(zip), workbook);
        } catch (XMLStreamException failed) {
            if (failed.getNestedException() instanceof IOException io) {
                throw io;
            }
            throw new IOException("The spreadsheet could not be written", failed);
        }
        zip.closeEntry();
        zip.finish();
    }

    /** First and uncompressed, so that the kind of file can be read from its beginning. */
    private static void mimetype(ZipOutputStream zip, LocalDateTime time) throws IOException {
        byte[] content = MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(content);
    }

    private static void begin(ZipOutputStream zip, String name, LocalDateTime time)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
    }

    static String time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).withNano(0) + "Z";
    }
}
