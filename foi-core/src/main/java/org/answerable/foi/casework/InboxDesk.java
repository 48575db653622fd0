package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseReference;
import org.answerable.foi.Conflict;
import org.answerable.foi.HistoryKind;
import org.answerable.foi.Inbox;
import org.answerable.foi.InboxItem;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.NewRequest;
import org.answerable.foi.NotFound;
import org.answerable.foi.Role;
import org.answerable.foi.intake.Faults;
import org.answerable.foi.intake.MailReader;

/** Takes mail in, and lets officers say what becomes of it. */
@ApplicationScoped
@Transactional
public class InboxDesk implements Inbox {

    private static final int MOST_REASON = 500;

    private final ReceivedMails mails;
    private final RegisterRequest registerRequest;
    private final Cases cases;
    private final CaseFile file;

    /** For the container's proxy. */
    protected InboxDesk() {
        this(null, null, null, null);
    }

    @Inject
    public InboxDesk(
            ReceivedMails mails, RegisterRequest registerRequest, Cases cases, CaseFile file) {
        this.mails = mails;
        this.registerRequest = registerRequest;
        this.cases = cases;
        this.file = file;
    }

    @Override
    public List<InboxItem> waiting(Actor actor) {
        actor.require(Role.OFFICER);
        return mails.waiting(actor.authority());
    }

    @Override
    public int waitingCount(Actor actor) {
        actor.require(Role.OFFICER);
        return mails.waitingCount(actor.authority());
    }

    @Override
    public InboxItem get(long id, Actor actor) {
        actor.require(Role.OFFICER);
        return mails.find(id, actor.authority()).orElseThrow(InboxDesk::noSuchMessage);
    }

    @Override
    public List<InboxItem> of(CaseReference reference, Actor actor) {
        actor.require(Role.OFFICER, Role.APPROVER);
        return mails.of(
                cases.find(reference, actor.authority())
                        .orElseThrow(() -> CaseFile.notFound(reference)));
    }

    @Override
    public long upload(byte[] raw, Actor actor) {
        actor.require(Role.OFFICER);
        if (raw.length == 0) {
            throw new InvalidInput("file", "The file is empty: choose the message.");
        }
        if (raw.length > MOST_BYTES) {
            throw new InvalidInput("file", "The message is larger than 25 MB.");
        }
        return mails.add(
                actor.authority(),
                ReceivedMails.Source.UPLOAD,
                MailReader.read(raw, file.today()),
                file.now());
    }

    @Override
    public CaseReference register(long id, NewRequest request, Actor actor) {
        InboxItem mail = lock(id, actor);
        if (mail.status() == InboxItem.Status.REGISTERED) {
            return mail.reference().orElseThrow(); // a second click
        }
        requireNew(mail);
        CaseReference reference = registerRequest.register(request, actor);
        FoiCase foiCase = cases.lock(reference, actor.authority()).orElseThrow();
        mails.settle(
                id, InboxItem.Status.REGISTERED, Optional.of(foiCase), "", actor.displayName());
        file.record(foiCase, actor, HistoryKind.MAIL_ADDED, came(mail));
        return reference;
    }

    @Override
    public void attach(long id, String reference, Actor actor) {
        InboxItem mail = lock(id, actor);
        requireNew(mail);
        FoiCase foiCase =
                CaseReference.find(reference)
                        .flatMap(r -> cases.lock(r, actor.authority()))
                        .orElseThrow(
                                () ->
                                        new InvalidInput(
                                                "reference",
                                                "There is no such case in your authority: write its"
                                                        + " reference like LCC-2026-0001."));
        mails.settle(id, InboxItem.Status.ATTACHED, Optional.of(foiCase), "", actor.displayName());
        file.record(foiCase, actor, HistoryKind.MAIL_ADDED, came(mail));
    }

    @Override
    public void dismiss(long id, String reason, Actor actor) {
        InboxItem mail = lock(id, actor);
        requireNew(mail);
        Faults faults = new Faults();
        String why = faults.needed("reason", "The reason", reason, MOST_REASON);
        faults.end();
        mails.settle(id, InboxItem.Status.DISMISSED, Optional.empty(), why, actor.displayName());
    }

    @Override
    public File attachment(long id, Actor actor) {
        actor.require(Role.OFFICER, Role.APPROVER);
        return mails.attachment(id, actor.authority())
                .orElseThrow(() -> new NotFound("There is no such file."));
    }

    private InboxItem lock(long id, Actor actor) {
        actor.require(Role.OFFICER);
        return mails.lock(id, actor.authority()).orElseThrow(InboxDesk::noSuchMessage);
    }

    private static void requireNew(InboxItem mail) {
        if (mail.status() != InboxItem.Status.NEW) {
            throw new Conflict(
                    mail.settledBy()
                            + " has settled this message already: it is “"
                            + mail.status().label()
                            + "”.");
        }
    }

    private static String came(InboxItem mail) {
        int kept = (int) mail.attachments().stream().filter(a -> a.refusal().isEmpty()).count();
        int refused = mail.attachments().size() - kept;
        return "An email of "
                + PlainWords.date(mail.received())
                + " was added, with "
                + PlainWords.count(kept, "file", "files")
                + (refused == 0 ? "." : "; " + refused + " not kept.");
    }

    private static NotFound noSuchMessage() {
        return new NotFound("There is no such message in your authority.");
    }
}
