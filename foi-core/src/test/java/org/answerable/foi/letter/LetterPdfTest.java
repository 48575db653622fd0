package org.answerable.foi.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.answerable.document.PdfDocument;
import org.answerable.foi.Evidence;
import org.answerable.foi.LetterDetails;
import org.answerable.foi.LetterKind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Letters are accessible PDF: every one is checked against PDF/UA-1 by veraPDF. */
class LetterPdfTest {

    private static final LocalDate DAY = LocalDate.of(2024, 4, 9);

    @BeforeAll
    static void judge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void each_shipped_template_gives_valid_pdf_ua(LetterKind kind) throws Exception {
        LetterFacts facts = SampleCase.facts(kind, "Lincolnshire County Council", DAY);
        assertThat(faults(letter(kind, facts).pdf())).isEmpty();
    }

    @Test
    void long_letters_with_figures_over_several_pages_are_valid() throws Exception {
        List<LetterFacts.AskedQuestion> questions =
                IntStream.rangeClosed(1, 12).mapToObj(LetterPdfTest::withFigure).toList();
        byte[] pdf = letter(LetterKind.DECISION, facts("Figures", questions)).pdf();

        assertThat(faults(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(3);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Your request for information: Figures");
        }
    }

    @Test
    void strange_text_is_shown_as_text_and_stays_valid() throws Exception {
        String strange =
                "<b>bold</b> & \u202Egnol\u202C 👶 中文 \u0627\u0644 {{reference}} \u0000\u0001";
        LetterFacts.AskedQuestion question =
                new LetterFacts.AskedQuestion(
                        1, strange, false, "Information given", strange, "", List.of(), List.of());
        byte[] pdf =
                letter(LetterKind.DECISION, facts("A <i>subject</i> 👶", List.of(question))).pdf();

        assertThat(faults(pdf)).isEmpty();
        assertThat(text(pdf)).contains("<b>bold</b> &", "A <i>subject</i>", "{{reference}}");
    }

    @Test
    void the_renderer_fetches_nothing() throws Exception {
        String page =
                Xhtml.page(
                        "Title",
                        "<h1>Title</h1><p>Text <img src=\"file:///etc/hostname\" alt=\"x\"/>"
                                + "<img src=\"http://127.0.0.1:9/x.png\" alt=\"y\"/></p>"
                                + "<link rel=\"stylesheet\" href=\"file:///etc/passwd\"/>");
        assertThat(text(PdfDocument.of(page))).contains("Title", "Text");
    }

    private static FinishedLetter letter(LetterKind kind, LetterFacts facts) {
        return FinishedLetter.of(LetterTemplate.parse(kind, ShippedTemplates.text(kind)), facts);
    }

    private static LetterFacts facts(String subject, List<LetterFacts.AskedQuestion> questions) {
        return new LetterFacts(
                "Lincolnshire County Council",
                List.of("Quentin Questioner", "quentin@example.org"),
                "Quentin Questioner",
                "LCC-2024-0001",
                subject,
                LocalDate.of(2024, 3, 21),
                DAY,
                Optional.of(LocalDate.of(2024, 4, 22)),
                "Olive Officer",
                questions,
                LetterDetails.none());
    }

    private static LetterFacts.AskedQuestion withFigure(int number) {
        List<Evidence.Row> rows =
                IntStream.rangeClosed(1, 20)
                        .mapToObj(
                                i ->
                                        new Evidence.Row(
                                                "District " + i, List.of("6719", "[c]", "7637")))
                        .toList();
        Evidence evidence =
                new Evidence(
                        "F-2024-0001",
                        "Children aged 0 to 2",
                        "Children aged 0, 1 and 2 who live in Lincolnshire.",
                        "child",
                        "30 June 2020",
                        List.of("aged 0", "aged 1", "aged 2"),
                        rows,
                        List.of(
                                new Evidence.Source(
                                        "mid-2020", "1", "Estimates", "ONS", "ab", "OGL v3.0")),
                        "counts under 7 are suppressed",
                        "Sum of single years of age.",
                        Instant.parse("2024-04-02T08:00:00Z"));
        return new LetterFacts.AskedQuestion(
                number,
                "How many children?",
                false,
                "Information given",
                "See the table.",
                "",
                List.of(),
                List.of(evidence));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
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
