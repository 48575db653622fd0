package org.answerable.web.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.answerable.directory.Practitioner;
import org.answerable.directory.PractitionerName;
import org.answerable.directory.Programme;
import org.answerable.web.page.PageForm;

/** The fields of the training register. */
final class TrainingForm {

    static final List<String> PERSON =
            List.of(
                    "starts",
                    "employer",
                    "team",
                    "profession",
                    "district",
                    "wte",
                    "name",
                    "mailbox",
                    "programme",
                    "level",
                    "on",
                    "evidence",
                    "validUntil",
                    "supervisionDue",
                    "lastDay",
                    "reason");
    static final List<String> PROGRAMME =
            List.of("code", "name", "kind", "levels", "renewalMonths", "supervision");

    private TrainingForm() {}

    static Practitioner.Spell spell(PageForm form) {
        FormReader read = new FormReader(form);
        LocalDate starts = read.date("starts");
        BigDecimal wte = read.number("wte");
        read.done();
        return new Practitioner.Spell(
                starts,
                null,
                read.text("employer"),
                read.text("team"),
                read.text("profession"),
                read.text("district"),
                wte);
    }

    /** The name, or null when neither name nor mailbox was typed. */
    static PractitionerName name(PageForm form) {
        FormReader read = new FormReader(form);
        String name = read.text("name");
        String mailbox = read.text("mailbox");
        return name == null && mailbox == null ? null : new PractitionerName(name, mailbox);
    }

    static Practitioner.Training training(PageForm form) {
        FormReader read = new FormReader(form);
        Practitioner.Training training =
                new Practitioner.Training(
                        0,
                        read.text("programme"),
                        read.choice("level", Programme.Level.class),
                        read.date("on"),
                        read.text("evidence"),
                        read.date("validUntil"),
                        read.date("supervisionDue"));
        read.done();
        return training;
    }

    static LocalDate lastDay(PageForm form) {
        FormReader read = new FormReader(form);
        LocalDate day = read.date("lastDay");
        read.done();
        return day;
    }

    static Programme programme(PageForm form) {
        FormReader read = new FormReader(form);
        Programme programme =
                new Programme(
                        form.value("code").strip().toLowerCase(Locale.ROOT),
                        read.text("name"),
                        read.choice("kind", Programme.Kind.class),
                        form.all("levels").stream()
                                .map(TrainingForm::level)
                                .filter(Objects::nonNull)
                                .toList(),
                        read.whole("renewalMonths"),
                        form.chosen("supervision", "yes"));
        read.done();
        return programme;
    }

    private static Programme.Level level(String name) {
        return Arrays.stream(Programme.Level.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
