package org.answerable.cohort.person;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.answerable.cohort.file.CopyRows;

/**
 * Registrations of one area, up to 62 in a block, month by month: one bit for each of them in one
 * number for each month.
 */
final class ContactBlocks {

    private static final String TABLE =
            "cohort.contact_block (dataset_id, area_key, siblings, born_by, latest_on, lasting_past,"
                    + " child_seen, family_seen)";

    private static final String REGISTRATIONS =
            """
            SELECT siblings, area_key, child_key, family_key, birth_month,
                from_day - DATE '1970-01-01',
                LEAST(to_day, DATE '2199-12-31') - DATE '1970-01-01',
                LEAST(next_day, DATE '2199-12-31') - DATE '1970-01-01'
            FROM cohort.registration WHERE dataset_id = ?
            ORDER BY siblings, area_key""";

    /** Blocks sent at a time: between two times more registrations are read. */
    private static final int AT_ONCE = 2_000;

    private static final int FETCHED = 20_000;

    private final Connection connection;
    private final int contacts;
    private final ContactMonths months;
    private final int bornFrom;
    private final int last;
    private final List<Block> full = new ArrayList<>();

    /**
     * @param bornFrom earliest month of birth among the children
     * @param last last month that the contacts cover
     */
    ContactBlocks(
            Connection connection, int contacts, ContactMonths months, int bornFrom, int last) {
        this.connection = connection;
        this.contacts = contacts;
        this.months = months;
        this.bornFrom = bornFrom;
        this.last = last;
    }

    void keep(int registrations) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(REGISTRATIONS)) {
            select.setInt(1, registrations);
            select.setFetchSize(FETCHED);
            try (ResultSet row = select.executeQuery()) {
                Block block = null;
                while (row.next()) {
                    boolean siblings = row.getBoolean(1);
                    int area = row.getInt(2);
                    if (block == null || !block.takes(siblings, area)) {
                        if (full.size() == AT_ONCE) {
                            send();
                        }
                        block = new Block(siblings, area);
                        full.add(block);
                    }
                    block.add(row);
                }
            }
        }
        send();
    }

    private void send() throws SQLException {
        ExtractTables.copy(
                connection,
                TABLE,
                out -> {
                    for (Block block : full) {
                        block.writeTo(out);
                    }
                });
        full.clear();
    }

    private final class Block {

        private final boolean siblings;
        private final int area;
        private final long[] bornBy = new long[Math.max(last + 1, bornFrom) - bornFrom + 1];
        private final long[] latestOn = new long[last + 1 - months.first() + 1];
        private final long[] lastingPast = new long[latestOn.length];
        private final long[] childSeen = new long[latestOn.length - 1];
        private final long[] familySeen = new long[latestOn.length - 1];
        private int size;

        Block(boolean siblings, int area) {
            this.siblings = siblings;
            this.area = area;
        }

        boolean takes(boolean alsoSiblings, int anArea) {
            return siblings == alsoSiblings && area == anArea && size < ContactMonths.LENGTH;
        }

        void add(ResultSet row) throws SQLException {
            int first = months.first();
            set(bornBy, row.getInt(5) - bornFrom, bornBy.length);
            int began = Days.monthOf(row.getInt(6)) + 1;
            set(latestOn, began - first, Days.monthOf(row.getInt(8)) + 1 - first);
            set(lastingPast, 0, Days.monthOf(row.getInt(7) - 1) + 1 - first);
            set(childSeen, months.ofChild(row.getInt(3)));
            set(familySeen, months.ofFamily(row.getInt(4)));
            size++;
        }

        private void set(long[] numbers, int from, int to) {
            int end = Math.min(to, numbers.length);
            for (int i = Math.max(0, from); i < end; i++) {
                numbers[i] |= 1L << size;
            }
        }

        private void set(long[] numbers, long seen) {
            for (long left = seen; left != 0; left &= left - 1) {
                numbers[Long.numberOfTrailingZeros(left)] |= 1L << size;
            }
        }

        void writeTo(CopyRows out) throws SQLException {
            out.row(8);
            out.integer(contacts);
            out.integer(area);
            out.bool(siblings);
            out.bigints(bornFrom, bornBy);
            out.bigints(months.first(), latestOn);
            out.bigints(months.first(), lastingPast);
            out.bigints(months.first(), childSeen);
            out.bigints(months.first(), familySeen);
        }
    }
}
