package org.answerable.foi.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.answerable.foi.Actor;
import org.answerable.foi.Authorities;
import org.answerable.foi.Authority;
import org.answerable.foi.AuthorityKind;
import org.answerable.foi.CaseClock;
import org.answerable.foi.CaseDispatched;
import org.answerable.foi.CaseLinks;
import org.answerable.foi.Casework;
import org.answerable.foi.Colleague;
import org.answerable.foi.Comparison;
import org.answerable.foi.DisclosureLog;
import org.answerable.foi.DisclosurePublished;
import org.answerable.foi.Evidence;
import org.answerable.foi.EvidenceChoice;
import org.answerable.foi.EvidenceSource;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.FiguresChanged;
import org.answerable.foi.FoiCases;
import org.answerable.foi.Inbox;
import org.answerable.foi.LetterDelivered;
import org.answerable.foi.LetterTemplates;
import org.answerable.foi.Letters;
import org.answerable.foi.MailCollection;
import org.answerable.foi.MailDelivery;
import org.answerable.foi.PublicRequests;
import org.answerable.foi.Role;
import org.answerable.foi.casework.AcknowledgeRequest;
import org.answerable.foi.casework.AllotQuestion;
import org.answerable.foi.casework.Announcements;
import org.answerable.foi.casework.AnswerQuestion;
import org.answerable.foi.casework.Calendars;
import org.answerable.foi.casework.CaseAssembly;
import org.answerable.foi.casework.CaseFile;
import org.answerable.foi.casework.Cases;
import org.answerable.foi.casework.CaseworkDesk;
import org.answerable.foi.casework.ChangeRegime;
import org.answerable.foi.casework.CheckValidity;
import org.answerable.foi.casework.CiteFigure;
import org.answerable.foi.casework.ClockDesk;
import org.answerable.foi.casework.CollectMail;
import org.answerable.foi.casework.CorrectDetails;
import org.answerable.foi.casework.CorrectQuestions;
import org.answerable.foi.casework.DecideApproval;
import org.answerable.foi.casework.DecideReview;
import org.answerable.foi.casework.DecisionBasis;
import org.answerable.foi.casework.DeliverMail;
import org.answerable.foi.casework.DispatchAnswer;
import org.answerable.foi.casework.EstimateCost;
import org.answerable.foi.casework.EventChecks;
import org.answerable.foi.casework.HandOver;
import org.answerable.foi.casework.InboxDesk;
import org.answerable.foi.casework.KeepMail;
import org.answerable.foi.casework.KeptLetters;
import org.answerable.foi.casework.LetterDesk;
import org.answerable.foi.casework.LinkCases;
import org.answerable.foi.casework.LinkDesk;
import org.answerable.foi.casework.MoveCase;
import org.answerable.foi.casework.OpenAppeal;
import org.answerable.foi.casework.OpenReview;
import org.answerable.foi.casework.OpenStage;
import org.answerable.foi.casework.Outbox;
import org.answerable.foi.casework.OutboxSteps;
import org.answerable.foi.casework.PublicDesk;
import org.answerable.foi.casework.PublishCase;
import org.answerable.foi.casework.ReadCases;
import org.answerable.foi.casework.ReadLetters;
import org.answerable.foi.casework.RecordEvent;
import org.answerable.foi.casework.RecordOpinion;
import org.answerable.foi.casework.RedateOpenCases;
import org.answerable.foi.casework.RegisterRequest;
import org.answerable.foi.casework.SendLetter;
import org.answerable.foi.casework.SettleLetter;
import org.answerable.foi.casework.SubmitForApproval;
import org.answerable.foi.law.ShippedCatalogue;
import org.answerable.foi.letter.EditTemplates;
import org.answerable.foi.letter.Templates;
import org.answerable.foi.mail.HandingOver;
import org.answerable.foi.mail.MailServer;
import org.answerable.foi.mail.MailSettings;
import org.answerable.foi.mail.Mailbox;
import org.answerable.foi.mail.OutgoingMail;
import org.answerable.foi.mail.SmtpServer;
import org.answerable.foi.publication.Disclosures;
import org.answerable.foi.publication.ReadDisclosureLog;
import org.flywaydb.core.Flyway;

/**
 * The module put together on a real PostgreSQL with its own migrations, without a server: one
 * transaction for each piece of work, a clock that stands, and a source of figures that a test can
 * make change its mind.
 */
final class TestDesk implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2024, 4, 9);
    static final Clock CLOCK =
            Clock.fixed(Instant.parse("2024-04-09T09:00:00Z"), ZoneId.of("Europe/London"));

    static final Actor OFFICER =
            actor("officer", "Olive Officer", "lincolnshire-cc", Role.OFFICER, Role.PUBLISHER);
    static final Actor REVIEWER = actor("reviewer", "Ray Viewer", "lincolnshire-cc", Role.REVIEWER);
    static final Actor QUALIFIED =
            actor("monitoring", "Mo Nitoring", "lincolnshire-cc", Role.QUALIFIED_PERSON);
    private static final List<Colleague> COLLEAGUES =
            List.of(new Colleague("contributor", "Con Tributor"));
    static final Actor CONTRIBUTOR =
            actor("contributor", "Con Tributor", "lincolnshire-cc", Role.CONTRIBUTOR);
    static final Actor APPROVER =
            actor("approver", "Ann Approver", "lincolnshire-cc", Role.APPROVER);
    static final Actor OFFICER_AND_APPROVER =
            actor(
                    "both",
                    "Bo Both",
                    "lincolnshire-cc",
                    Role.OFFICER,
                    Role.APPROVER,
                    Role.PUBLISHER);
    static final Actor ICB_OFFICER =
            actor("icb-officer", "Ivy Icb", "lincolnshire-icb", Role.OFFICER, Role.PUBLISHER);
    static final Actor ADMIN = actor("admin", "Ada Admin", "lincolnshire-cc", Role.ADMIN);
    static final Actor ANALYST = actor("analyst", "Al Yst", "lincolnshire-cc", Role.ANALYST);

    /** The module as one transaction sees it. */
    record Desk(
            EntityManager em,
            Casework casework,
            CaseClock clock,
            CaseLinks links,
            RedateOpenCases redating,
            FoiCases cases,
            Letters letters,
            LetterTemplates templates,
            OutboxSteps outbox,
            Inbox inbox,
            PublicRequests requests,
            KeepMail keepMail,
            DisclosureLog log,
            Authorities authorities) {}

    final List<CaseDispatched> dispatched = new ArrayList<>();
    final List<DisclosurePublished> published = new ArrayList<>();
    final List<LetterDelivered> delivered = new ArrayList<>();
    final Figures figures = new Figures();

    /** A test may turn it on. */
    Clock clock = CLOCK;

    /** None unless a test names one. */
    MailServer mailServer =
            new SmtpServer(
                    new MailSettings(
                            Optional.empty(),
                            25,
                            "none",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));

    private final AtomicInteger statements = new AtomicInteger();

    private final EmbeddedPostgres postgres;
    private final EntityManagerFactory factory;

    TestDesk() {
        try {
            postgres = EmbeddedPostgres.builder().start();
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
        Flyway.configure()
                .dataSource(dataSource())
                .schemas("foi")
                .locations("classpath:db/foi")
                .load()
                .migrate();
        factory = factory(counted(dataSource()));
        run(
                desk -> {
                    desk.authorities()
                            .add(
                                    new Authority(
                                            "lincolnshire-cc",
                                            "Lincolnshire County Council",
                                            AuthorityKind.COUNCIL,
                                            "LCC"));
                    desk.authorities()
                            .add(
                                    new Authority(
                                            "lincolnshire-icb",
                                            "NHS Lincolnshire Integrated Care Board",
                                            AuthorityKind.ICB,
                                            "LICB"));
                    return null;
                });
    }

    private static EntityManagerFactory factory(DataSource source) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.jtaDataSource", null);
        settings.put("jakarta.persistence.nonJtaDataSource", source);
        settings.put("eclipselink.logging.level", "SEVERE");
        // Two factories of one unit would else be one session.
        settings.put("eclipselink.session-name", "foi-" + System.identityHashCode(source));
        return Persistence.createEntityManagerFactory("foi", settings);
    }

    private DataSource counted(DataSource source) {
        return proxy(
                DataSource.class,
                (self, method, args) -> {
                    Object result = method.invoke(source, args);
                    return result instanceof Connection c ? counted(c) : result;
                });
    }

    private Connection counted(Connection connection) {
        return proxy(
                Connection.class,
                (self, method, args) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    return method.invoke(connection, args);
                });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        Object made = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
        return type.cast(made);
    }

    /** How many statements the work sends to the database. */
    int statementsOf(Function<Desk, ?> work) {
        int before = statements.get();
        run(work);
        return statements.get() - before;
    }

    /** The public log as a database role sees it. */
    <T> T logAs(String role, Function<DisclosureLog, T> work) {
        try (EntityManagerFactory own = factory(postgres.getDatabase(role, "postgres"));
                EntityManager em = own.createEntityManager()) {
            return work.apply(new ReadDisclosureLog(new SqlDisclosures(em)));
        }
    }

    List<String> openCasesCiting(String... figures) {
        try (EntityManager em = factory.createEntityManager()) {
            return new SqlCitedFigures(em).openCases(List.of(figures));
        }
    }

    DataSource dataSource() {
        return postgres.getPostgresDatabase();
    }

    /** Does the work in a transaction of its own, undone when it fails. */
    <T> T run(Function<Desk, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                T result = work.apply(desk(em));
                em.getTransaction().commit();
                return result;
            } catch (FiguresChanged stands) { // as the server does, see CaseworkDesk
                em.getTransaction().commit();
                throw stands;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }

    private Desk desk(EntityManager em) {
        Cases cases = new JpaCases(em);
        Calendars calendars = new SqlCalendars(em);
        Authorities authorities = new SqlAuthorities(em);
        Disclosures disclosures = new SqlDisclosures(em);
        ExemptionCatalogue catalogue = new ShippedCatalogue();
        CaseFile file = new CaseFile(cases, clock);
        KeptLetters kept = new SqlLetters(em);
        Outbox outbox = new SqlOutbox(em);
        Templates templates = new SqlTemplates(em, clock);
        LetterDesk letterDesk = new LetterDesk(templates, authorities, catalogue);
        SendLetter sendLetter = new SendLetter(letterDesk, kept, outbox, mailServer, file);
        Announcements announcements =
                new Announcements() {
                    @Override
                    public void dispatched(CaseDispatched event) {
                        dispatched.add(event);
                    }

                    @Override
                    public void published(DisclosurePublished event) {
                        published.add(event);
                    }

                    @Override
                    public void delivered(LetterDelivered event) {
                        delivered.add(event);
                    }
                };
        OpenStage stages = new OpenStage(cases, calendars, authorities, file);
        DecisionBasis basis = new DecisionBasis(cases);
        RecordEvent recordEvent =
                new RecordEvent(calendars, file, new EventChecks(catalogue, file), sendLetter);
        CaseClock clockDesk =
                new ClockDesk(
                        new CheckValidity(cases, file),
                        new AcknowledgeRequest(cases, file, sendLetter),
                        recordEvent,
                        new MoveCase(file),
                        new AllotQuestion(file, (authority, role) -> COLLEAGUES));
        CaseLinks links =
                new LinkDesk(
                        new LinkCases(cases, file),
                        new OpenReview(calendars, file, stages),
                        new OpenAppeal(cases, file, stages),
                        new HandOver(file));
        RegisterRequest registerRequest = new RegisterRequest(cases, calendars, authorities, file);
        Casework casework =
                new CaseworkDesk(
                        registerRequest,
                        new CorrectDetails(file),
                        new CorrectQuestions(file),
                        new AnswerQuestion(cases, file, stages, catalogue),
                        new CiteFigure(cases, file, figures),
                        new RecordOpinion(cases, file),
                        new EstimateCost(cases, calendars, file),
                        new ChangeRegime(calendars, file),
                        new SubmitForApproval(file, basis),
                        new DecideReview(cases, file, basis),
                        new DecideApproval(file),
                        new DispatchAnswer(
                                file, calendars, basis, figures, sendLetter, announcements),
                        new PublishCase(file, disclosures, authorities, catalogue, announcements));
        CaseAssembly assembly =
                new CaseAssembly(cases, kept, calendars, authorities, catalogue, clock);
        return new Desk(
                em,
                casework,
                clockDesk,
                links,
                new RedateOpenCases(cases, calendars, file),
                new ReadCases(cases, calendars, assembly, clock),
                new ReadLetters(
                        cases,
                        letterDesk,
                        kept,
                        new SettleLetter(cases, kept, outbox, announcements, file),
                        file),
                new EditTemplates(templates, clock),
                new OutboxSteps(outbox, cases, announcements, file),
                new InboxDesk(new SqlReceivedMails(em), registerRequest, cases, file),
                new PublicDesk(
                        registerRequest,
                        recordEvent,
                        new SqlTracking(em),
                        authorities,
                        cases,
                        kept,
                        outbox,
                        mailServer,
                        file),
                new KeepMail(new SqlReceivedMails(em), file),
                new ReadDisclosureLog(disclosures),
                authorities);
    }

    /** Collection with each message in a transaction of its own, as the server does it. */
    MailCollection collection(Mailbox mailbox) {
        return new CollectMail(
                mailbox,
                new KeepMail(null, null) {
                    @Override
                    public void keep(String authority, byte[] raw) {
                        run(
                                d -> {
                                    d.keepMail().keep(authority, raw);
                                    return null;
                                });
                    }
                });
    }

    /** Delivery with each step in a transaction of its own, as the server does it. */
    MailDelivery delivery() {
        OutboxSteps steps =
                new OutboxSteps(null, null, null, null) {
                    @Override
                    public void noticeCutOff() {
                        run(
                                d -> {
                                    d.outbox().noticeCutOff();
                                    return null;
                                });
                    }

                    @Override
                    public Optional<OutgoingMail> take() {
                        return run(d -> d.outbox().take());
                    }

                    @Override
                    public void record(OutgoingMail mail, HandingOver end) {
                        run(
                                d -> {
                                    d.outbox().record(mail, end);
                                    return null;
                                });
                    }
                };
        return new DeliverMail(steps, mailServer);
    }

    private static Actor actor(String username, String name, String authority, Role... roles) {
        return new Actor(username, name, authority, Set.of(roles));
    }

    @Override
    public void close() throws IOException {
        factory.close();
        postgres.close();
    }

    /** One figure, whose recomputation differs when a test says so. */
    static final class Figures implements EvidenceSource {

        static final String ID = "children-0-2";

        List<String> differences = List.of();

        @Override
        public List<EvidenceChoice> choices(Actor actor) {
            return List.of(new EvidenceChoice(ID, "Children aged 0 to 2", "Children by district."));
        }

        @Override
        public Evidence release(String figureId, Actor actor) {
            return new Evidence(
                    figureId,
                    "Children aged 0 to 2",
                    "Children aged 0, 1 and 2 who live in Lincolnshire, mid-2020.",
                    "child",
                    "30 June 2020",
                    List.of("aged 0", "aged 1", "aged 2"),
                    List.of(
                            new Evidence.Row("Lincolnshire", List.of("6719", "7098", "7637")),
                            new Evidence.Row("Somewhere small", List.of("[c]", "12", "15"))),
                    List.of(
                            new Evidence.Source(
                                    "mid-2020",
                                    "1",
                                    "Population estimates",
                                    "ONS",
                                    "ab".repeat(32),
                                    "OGL v3.0")),
                    "counts under 7 are suppressed",
                    "Sum of single years of age.",
                    Instant.parse("2024-04-02T08:00:00Z"));
        }

        @Override
        public Comparison recompute(String figureId) {
            return new Comparison(differences);
        }
    }
}
