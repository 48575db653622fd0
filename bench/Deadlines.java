import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.answerable.foi.ClockEvent;
import org.answerable.foi.clock.EventClock;
import org.answerable.foi.clock.ShippedCalendar;
import org.answerable.foi.clock.WorkingCalendar;
import org.answerable.foi.law.Regime;

/**
 * Deadlines a second on one thread, each with its whole explanation, beside the barest count there is: walking the same
 * days and asking for weekends only. Medians of seven rounds, the two in turn.
 */
class Deadlines {

    private static final int ROUNDS = 7;
    private static final int EACH = 200_000;
    private static final WorkingCalendar CALENDAR = ShippedCalendar.calendar();
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final List<ClockEvent> NONE = List.of();

    public static void main(String[] arguments) {
        long[] plain = new long[ROUNDS];
        long[] events = new long[ROUNDS];
        long[] bare = new long[ROUNDS];
        long sum = 0;
        for (int round = -2; round < ROUNDS; round++) { // two rounds to warm up
            long begun = System.nanoTime();
            for (int i = 0; i < EACH; i++) {
                sum += EventClock.calculate(Regime.FOIA, day(i), NONE, CALENDAR).steps().size();
            }
            long first = System.nanoTime();
            for (int i = 0; i < EACH; i++) {
                LocalDate day = day(i);
                sum +=
                        EventClock.calculate(
                                        Regime.FOIA,
                                        day,
                                        List.of(
                                                ClockEvent.of(ClockEvent.Type.FEES_NOTICE, day.plusDays(6)),
                                                ClockEvent.of(ClockEvent.Type.FEE_PAID, day.plusDays(20))),
                                        CALENDAR)
                                .steps()
                                .size();
            }
            long second = System.nanoTime();
            for (int i = 0; i < EACH; i++) {
                sum += weekdays(day(i)).getDayOfMonth();
            }
            long third = System.nanoTime();
            if (round >= 0) {
                plain[round] = first - begun;
                events[round] = second - first;
                bare[round] = third - second;
            }
        }
        System.out.printf("explained deadlines:            %,12.0f a second%n", rate(plain));
        System.out.printf("with fees notice and payment:   %,12.0f a second%n", rate(events));
        System.out.printf("bare count of weekdays (bound): %,12.0f a second%n", rate(bare));
        System.out.printf("ratio to the bound:             %12.2f (checksum %d)%n", rate(plain) / rate(bare), sum % 1000);
    }

    private static LocalDate day(int i) {
        return FIRST.plusDays(i % 2500);
    }

    private static LocalDate weekdays(LocalDate from) {
        LocalDate date = from;
        for (int counted = 0; counted < 20; ) {
            date = date.plusDays(1);
            if (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
                counted++;
            }
        }
        return date;
    }

    private static double rate(long[] nanos) {
        Arrays.sort(nanos);
        return EACH / (nanos[nanos.length / 2] / 1e9);
    }
}
