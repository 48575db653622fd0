package org.answerable.cohort.need.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.answerable.cohort.NeedEstimate;
import org.answerable.cohort.need.NeedSample;
import org.answerable.document.PdfDocument;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** The report is accessible PDF: checked against PDF/UA-1 by veraPDF. */
class NeedReportPdfTest {

    @BeforeAll
    static void judge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60, 500})
    void the_report_is_valid_pdf_ua_however_many_areas_there_are(int areas) throws Exception {
        byte[] pdf = pdf(NeedSample.published(areas, ""));
        assertThat(faults(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle())
                    .contains("Parent-infant relationship need and provision");
        }
        assertThat(text(pdf))
                .contains("What is there", "What it would take", "Sources of the share")
                .contains("no margin of error", "effective size");
    }

    @Test
    void strange_words_are_shown_as_words_and_stay_valid() throws Exception {
        byte[] pdf = pdf(NeedSample.published(2, "<i>Babies</i> & 👶 中文 {{x}}"));
        assertThat(faults(pdf)).isEmpty();
        assertThat(text(pdf)).contains("<i>Babies", "Area 1 & <b>", "{{x}}");
    }

    private static byte[] pdf(NeedEstimate need) {
        return PdfDocument.of(NeedReport.page(need));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static List<String> faults(byte[] pdf) throws VeraPDFException, IOException {
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isPositive();
            return result.getTestAssertions().stream()
                    .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .map(a -> a.getRuleId().getClause() + " " + a.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
