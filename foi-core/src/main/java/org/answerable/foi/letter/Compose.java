package org.answerable.foi.letter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.answerable.foi.LetterKind;
import org.answerable.foi.law.ComplaintRights;

/** Fills the facts of a case into a template. */
final class Compose {

    private static final String COST_ADVICE =
            "We have a duty under section 16 of the Act to advise and assist you. You may send us a"
                    + " narrower request: for example a shorter period, fewer places, or the part that"
                    + " matters most to you. A new request is dealt with as such; if you tell us what you"
                    + " are looking for, we will say what can be given within the limit.";
    private static final String CLARITY_ADVICE =
            "We have a duty to advise and assist you. You need no special words: it helps to name the"
                    + " period, the place or the document that you have in mind, or to say what you want"
                    + " to find out. You need not say why you ask. If you would like help with the"
                    + " wording, reply to this letter and we will help.";
    private static final String CLARITY_DATE =
            "The time for our answer begins anew on the day on which your reply arrives.";

    private final LetterFacts facts;
    private final LetterKind kind;
    private final List<Block> blocks = new ArrayList<>();

    private Compose(LetterKind kind, LetterFacts facts) {
        this.kind = kind;
        this.facts = facts;
    }

    static Composition letter(LetterTemplate template, LetterFacts facts) {
        Compose work = new Compose(template.kind(), facts);
        int level = 1;
        for (LetterTemplate.Part part : template.parts()) {
            if (part instanceof LetterTemplate.Heading heading) {
                work.dropEmptySection();
                level = heading.level();
            }
            work.add(part, level);
        }
        work.dropEmptySection();
        Block.Heading title = (Block.Heading) work.blocks.get(0);
        return new Composition(
                facts.authority(),
                facts.addressee(),
                facts.reference(),
                facts.date(),
                title.text(),
                work.blocks);
    }

    /** A heading that nothing followed, because its placeholders had nothing to say. */
    private void dropEmptySection() {
        int last = blocks.size() - 1;
        if (last > 0 && blocks.get(last) instanceof Block.Heading) {
            blocks.remove(last);
        }
    }

    private void add(LetterTemplate.Part part, int level) {
        if (part instanceof LetterTemplate.Heading h) {
            blocks.add(new Block.Heading(h.level(), filled(h.text()).replace('\n', ' ')));
        } else if (part instanceof LetterTemplate.Text t) {
            blocks.add(new Block.Paragraph(filled(t.text())));
        } else if (part instanceof LetterTemplate.Items items) {
            blocks.add(new Block.Items(items.items().stream().map(this::filled).toList()));
        } else if (part instanceof LetterTemplate.Slot slot) {
            blocks.addAll(slot(slot.placeholder(), level));
        }
    }

    private String filled(String text) {
        return LetterTemplate.fill(text, this::value);
    }

    private String value(Placeholder placeholder) {
        return switch (placeholder) {
            case AUTHORITY -> facts.authority();
            case REQUESTER -> facts.requester();
            case REFERENCE -> facts.reference();
            case SUBJECT -> facts.subject();
            case RECEIVED -> PlainDates.of(facts.received());
            case DATE -> PlainDates.of(facts.date());
            case DUE -> facts.due().map(PlainDates::of).orElse("a day that we shall tell you");
            case LAW -> law();
            case FEE -> facts.details().amount().map(Compose::pounds).orElse("a fee");
            case PAY_BY -> facts.details().date().map(PlainDates::of).orElse("the day we agree");
            case BODY -> facts.details().body().orElse("another authority");
            case OFFICER -> facts.officer();
            default -> throw new IllegalStateException(placeholder + " stands for paragraphs");
        };
    }

    private String law() {
        if (!facts.anyEnvironmental()) {
            return "the Freedom of Information Act 2000";
        }
        String regulations = "the Environmental Information Regulations 2004";
        return facts.anyUnderTheAct()
                ? "the Freedom of Information Act 2000 and " + regulations
                : regulations;
    }

    private static String pounds(BigDecimal amount) {
        return "£" + String.format(Locale.UK, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    private List<Block> slot(Placeholder placeholder, int level) {
        return switch (placeholder) {
            case QUESTIONS ->
                    kind.carriesDecisions()
                            ? DecisionBlocks.decided(facts.questions(), level + 1)
                            : DecisionBlocks.asked(facts.questions());
            case WORDS ->
                    facts.details().words().isBlank()
                            ? List.of()
                            : List.of(new Block.Words(facts.details().words()));
            case ADVICE -> advice();
            case EXTENSION -> extension();
            case COMPLAINTS -> complaints();
            case REGULATOR -> regulator();
            default -> throw new IllegalStateException(placeholder + " stands in a sentence");
        };
    }

    private List<Block> advice() {
        if (kind == LetterKind.CLARIFICATION) {
            return paragraphs(CLARITY_ADVICE, CLARITY_DATE);
        }
        return facts.refusedForCost() ? paragraphs(COST_ADVICE) : List.of();
    }

    /** The exemption and the estimate (s.17(2)); under the Regulations the new day (r7(3)). */
    private List<Block> extension() {
        String until =
                facts.details()
                        .date()
                        .or(facts::due)
                        .map(PlainDates::of)
                        .orElse("a day that we shall tell you");
        String which =
                facts.questions().stream()
                        .map(q -> Integer.toString(q.number()))
                        .collect(Collectors.joining(", "));
        List<Block> said = new ArrayList<>();
        said.add(new Block.Labelled("Questions concerned:", which));
        if (facts.anyUnderTheAct()) {
            said.add(
                    new Block.Paragraph(
                            "We find that a qualified exemption applies to this information: "
                                    + String.join(", ", facts.details().exemptions())
                                    + ". We need more time to decide whether the public interest in"
                                    + " withholding it outweighs that in disclosing it (section 10(3) of"
                                    + " the Freedom of Information Act 2000). We estimate that we shall"
                                    + " decide by "
                                    + until
                                    + "."));
        } else {
            said.add(
                    new Block.Paragraph(
                            "The information is so complex and of such volume that we cannot answer"
                                    + " within 20 working days (regulation 7 of the Environmental"
                                    + " Information Regulations 2004). We shall answer by "
                                    + until
                                    + "."));
        }
        return said;
    }

    private List<Block> complaints() {
        List<Block> said = new ArrayList<>();
        boolean both = facts.anyUnderTheAct() && facts.anyEnvironmental();
        if (facts.anyUnderTheAct()) {
            ComplaintRights.COMPLAINTS.forEach(p -> said.add(new Block.Paragraph(p)));
        }
        if (facts.anyEnvironmental()) {
            if (both) {
                said.add(new Block.Labelled("For the environmental information:", ""));
            }
            ComplaintRights.RECONSIDERATION.forEach(p -> said.add(new Block.Paragraph(p)));
        }
        return said;
    }

    private List<Block> regulator() {
        return facts.anyUnderTheAct()
                ? paragraphs(ComplaintRights.REGULATOR)
                : paragraphs(ComplaintRights.REGULATOR_ENVIRONMENTAL);
    }

    private static List<Block> paragraphs(String... texts) {
        return List.of(texts).stream().<Block>map(Block.Paragraph::new).toList();
    }
}
