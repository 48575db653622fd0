package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.CaseEvent;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.Casework;
import org.answerable.foi.Channel;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.LetterStatus;
import org.answerable.foi.LetterView;
import org.answerable.foi.LinkType;
import org.answerable.foi.NewRequest;
import org.answerable.foi.NotFound;
import org.answerable.foi.PublicReceipt;
import org.answerable.foi.PublicRequest;
import org.answerable.foi.PublicRequests;
import org.answerable.foi.Role;
import org.answerable.foi.TooManyRequests;
import org.answerable.foi.TrackedRequest;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.QuestionSplitter;
import org.answerable.foi.intake.ReceivedText;
import org.answerable.foi.mail.MailServer;

/** Takes requests from the public, and shows each requester the own request. */
@ApplicationScoped
@Transactional
public class PublicDesk implements PublicRequests {

    /** Tries of one address within an hour. */
    static final int MOST_TRIES = 20;

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RegisterRequest registerRequest;
    private final RecordEvent recordEvent;
    private final Tracking tracking;
    private final Authorities authorities;
    private final Cases cases;
    private final KeptLetters letters;
    private final Outbox outbox;
    private final MailServer server;
    private final CaseFile file;

    /** For the container's proxy. */
    protected PublicDesk() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public PublicDesk(
            RegisterRequest registerRequest,
            RecordEvent recordEvent,
            Tracking tracking,
            Authorities authorities,
            Cases cases,
            KeptLetters letters,
            Outbox outbox,
            MailServer server,
            CaseFile file) {
        this.registerRequest = registerRequest;
        this.recordEvent = recordEvent;
        this.tracking = tracking;
        this.authorities = authorities;
        this.cases = cases;
        this.letters = letters;
        this.outbox = outbox;
        this.server = server;
        this.file = file;
    }

    @Override
    public List<PublicReceipt> submit(PublicRequest request, String address) {
        Instant now = file.now();
        if (tracking.attempts(address, now, now.minus(Duration.ofHours(1))) > MOST_TRIES) {
            throw new TooManyRequests(
                    "Too many requests were sent from where you are. Try again in an hour, or write"
                            + " to the authority.");
        }
        // In one order for everybody, so that two enquiries never wait for each other.
        Set<String> asked = new TreeSet<>(request.authorities());
        check(request, asked);
        List<FoiCase> made = new ArrayList<>();
        List<PublicReceipt> receipts = new ArrayList<>();
        for (String authority : asked) {
            Actor requester = requester(authority);
            CaseReference reference = registerRequest.take(received(request, authority), requester);
            FoiCase foiCase = cases.find(reference, authority).orElseThrow();
            String token = token();
            tracking.add(foiCase, sha256(token), now);
            receipts.add(new PublicReceipt(reference, token));
            request.mailLinksTo()
                    .ifPresent(site -> mailLink(foiCase, site + "/requests/" + token, now));
            for (FoiCase sibling : made) {
                if (cases.link(foiCase, sibling, LinkType.SAME_ENQUIRY, requester)) {
                    file.record(foiCase, requester, HistoryKind.LINKED, sameEnquiry(sibling));
                    file.record(sibling, requester, HistoryKind.LINKED, sameEnquiry(foiCase));
                }
            }
            made.add(foiCase);
        }
        return receipts;
    }

    /** Every fault at once, before anything is written. */
    private void check(PublicRequest request, Set<String> asked) {
        Faults faults = new Faults();
        if (asked.isEmpty() || asked.stream().anyMatch(a -> authorities.find(a).isEmpty())) {
            faults.add("authorities", "Choose at least one authority to ask.");
        }
        faults.requester(request.requester());
        faults.subject(request.subject());
        faults.needed("text", "Your request", request.text(), Casework.MOST_CHARACTERS);
        faults.end();
    }

    private NewRequest received(PublicRequest request, String authority) {
        return new NewRequest(
                request.submissionKey(),
                authority,
                file.today().toString(),
                Channel.WEB_FORM.name(),
                request.subject(),
                request.requester(),
                request.text(),
                List.of());
    }

    private void mailLink(FoiCase foiCase, String link, Instant now) {
        String to = foiCase.requester().email();
        if (to.isEmpty() || !server.configured()) {
            return;
        }
        outbox.add(
                new Outbox.NewMail(
                        foiCase.id(),
                        Optional.empty(),
                        server.newMessageId(),
                        to,
                        foiCase.reference() + ": how to follow your request",
                        "You asked for information. Follow your request here, and keep this link"
                                + " to yourself: who has it sees the request.\n\n"
                                + link
                                + "\n"),
                now);
    }

    private static Actor requester(String authority) {
        return new Actor("public", "The requester", authority, Set.of());
    }

    private static String sameEnquiry(FoiCase other) {
        return "One enquiry with " + other.reference() + ".";
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<String> preview(String text) {
        String clean = ReceivedText.block(text);
        return clean.length() > Casework.MOST_CHARACTERS
                ? List.of()
                : QuestionSplitter.split(clean);
    }

    @Override
    public TrackedRequest track(String token) {
        FoiCase c = find(token);
        boolean open = c.state().open();
        return new TrackedRequest(
                c.reference(),
                authorities.find(c.authority()).orElseThrow().name(),
                c.subject(),
                c.received(),
                stage(c.state()),
                open ? c.due() : Optional.empty(),
                open && c.due().isPresent() ? because(c) : "",
                c.requestText(),
                letters.of(c).stream().filter(PublicDesk::wentOut).toList(),
                c.state() == CaseState.AWAITING_CLARIFICATION,
                open);
    }

    private static boolean wentOut(LetterView letter) {
        return letter.status() == LetterStatus.SENT || letter.status() == LetterStatus.BY_HAND;
    }

    private static String because(FoiCase c) {
        return "The authority must answer promptly, and at the latest on the 20th working day after it"
                + " received your request or, if it had to ask what you meant, your reply. Days on"
                + " which a fee was awaited do not count, and a notice of more time moves the date.";
    }

    private static String stage(CaseState state) {
        return switch (state) {
            case RECEIVED, VALIDATING, ALLOCATED -> "We have received your request.";
            case INVALID -> "We could not take it as a request for information: see our letter.";
            case AWAITING_CLARIFICATION ->
                    "We have asked you to say more. The time for our answer"
                            + " begins when your reply arrives.";
            case FEE_PENDING ->
                    "We have asked you for a fee. The time for our answer stands still"
                            + " until it arrives.";
            case GATHERING, COMPUTING -> "We are looking for the information.";
            case ASSESSING, DRAFTING, AWAITING_APPROVAL, APPROVED -> "We are writing the answer.";
            case DISPATCHED -> "The answer is on its way to you.";
            case CLOSED, PUBLISHED -> "We have answered.";
            case TRANSFERRED -> "We have passed your request to another authority: see our letter.";
            case WITHDRAWN -> "The request was withdrawn.";
            case LAPSED -> "The request has ended, since no reply or payment arrived in time.";
        };
    }

    @Override
    public byte[] letter(String token, long id) {
        FoiCase c = find(token);
        return letters.of(c).stream()
                .filter(letter -> letter.id() == id && wentOut(letter))
                .findFirst()
                .flatMap(letter -> letters.pdf(c, id))
                .orElseThrow(PublicDesk::noSuchRequest);
    }

    @Override
    public void reply(String token, String words) {
        FoiCase c = find(token);
        Faults faults = new Faults();
        String said = faults.needed("words", "Your reply", words, Casework.MOST_CHARACTERS);
        faults.end();
        record(c, ClockEvent.Type.CLARIFICATION_RECEIVED, said);
    }

    @Override
    public void withdraw(String token) {
        record(find(token), ClockEvent.Type.WITHDRAWN, "By the requester, on the tracking page.");
    }

    private void record(FoiCase c, ClockEvent.Type type, String words) {
        Actor requester =
                new Actor("public", "The requester", c.authority(), Set.of(Role.REQUESTER));
        recordEvent.record(
                c.reference(),
                CaseEvent.of(type, file.today(), words, Channel.WEB_FORM),
                requester);
    }

    private FoiCase find(String token) {
        return tracking.find(sha256(token == null ? "" : token))
                .flatMap(t -> cases.find(CaseReference.of(t.reference()), t.authority()))
                .orElseThrow(PublicDesk::noSuchRequest);
    }

    private static NotFound noSuchRequest() {
        return new NotFound("There is no such request.");
    }

    private static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
