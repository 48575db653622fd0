package org.answerable.foi.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;

/** The mailbox by IMAP. */
public final class ImapMailbox implements Mailbox {

    private static final long WITHIN = Duration.ofSeconds(60).toMillis();
    private static final int MOST_AT_ONCE = 50;

    private final MailboxSettings settings;

    public ImapMailbox(MailboxSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean configured() {
        return settings.complete();
    }

    @Override
    public String authority() {
        return settings.authority().orElseThrow();
    }

    @Override
    public int readUnread(long mostBytes, Consumer<byte[]> keep) {
        try (Store store = Session.getInstance(properties()).getStore()) {
            store.connect(
                    settings.host().orElseThrow(),
                    settings.port(),
                    settings.user().orElseThrow(),
                    settings.password().orElseThrow());
            try (Folder folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                return read(folder, mostBytes, keep);
            }
        } catch (MessagingException | IOException failed) {
            // Its own words can name the account.
            throw new MailboxUnreachable("The mailbox could not be read.");
        }
    }

    private static int read(Folder folder, long mostBytes, Consumer<byte[]> keep)
            throws MessagingException, IOException {
        Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        int kept = 0;
        for (int i = 0; i < Math.min(unread.length, MOST_AT_ONCE); i++) {
            keep.accept(raw(unread[i], mostBytes));
            unread[i].setFlag(Flags.Flag.SEEN, true);
            kept++;
        }
        return kept;
    }

    private static byte[] raw(Message message, long mostBytes)
            throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (message.getSize() <= mostBytes) {
            message.writeTo(out);
            return out.toByteArray();
        }
        StringBuilder head = new StringBuilder();
        for (Enumeration<Header> all = message.getAllHeaders(); all.hasMoreElements(); ) {
            Header header = all.nextElement();
            if (!header.getName().toLowerCase(Locale.ROOT).startsWith("content-")) {
                head.append(header.getName()).append(": ").append(header.getValue()).append("\r\n");
            }
        }
        head.append("\r\nThis message is too large to be taken. Read it in the mailbox.\r\n");
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Properties properties() {
        Properties p = new Properties();
        String name = settings.tls().equals("tls") ? "imaps" : "imap";
        p.setProperty("mail.store.protocol", name);
        String prefix = "mail." + name + ".";
        p.setProperty(prefix + "connectiontimeout", Long.toString(WITHIN));
        p.setProperty(prefix + "timeout", Long.toString(WITHIN));
        p.setProperty(prefix + "writetimeout", Long.toString(WITHIN));
        p.setProperty(prefix + "peek", "true"); // read only once it is kept
        p.setProperty(prefix + "ssl.checkserveridentity", "true");
        boolean starttls = settings.tls().equals("starttls");
        p.setProperty(prefix + "starttls.enable", Boolean.toString(starttls));
        p.setProperty(prefix + "starttls.required", Boolean.toString(starttls));
        return p;
    }
}
