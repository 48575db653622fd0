package org.answerable.cohort.worksheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.cohort.InvalidInput;
import org.answerable.cohort.NotFound;
import org.answerable.cohort.StatisticMethod;
import org.answerable.cohort.StatisticTable;
import org.answerable.cohort.Statistics;
import org.answerable.cohort.TableFormat;
import org.answerable.cohort.statistics.InvalidArgument;

/** Reads a table row by row, lets a calculation answer, and tells every fault at its row and column. */
@ApplicationScoped
public class TableStatistics implements Statistics {

    @Override
    public List<StatisticMethod> methods() {
        return Methods.ALL.stream().map(Methods.Entry::description).toList();
    }

    @Override
    public Optional<StatisticMethod> method(String name) {
        return methods().stream().filter(method -> method.name().equals(name)).findFirst();
    }

    @Override
    public long compute(
            String method,
            Map<String, String> options,
            TableFormat from,
            Reader in,
            TableFormat to,
            Writer out)
            throws IOException {
        return compute(
                method,
                options,
                from,
                in,
                to == TableFormat.CSV ? new CsvSink(out) : new JsonSink(out));
    }

    @Override
    public StatisticTable table(String method, Map<String, String> options, Reader csv)
            throws IOException {
        TableSink sink = new TableSink();
        if (compute(method, options, TableFormat.CSV, csv, sink) == 0) {
            throw new InvalidInput("body", "There is no row below the header. Give at least one.");
        }
        return sink.table();
    }

    @Override
    public Optional<String> chart(
            String method, Map<String, String> options, Reader csv, StatisticTable answer)
            throws IOException {
        Options chosen = new Options(entry(method).description(), options);
        return method.equals("sii")
                ? SlopeCharts.of(chosen, csv)
                : FunnelPlots.of(method, chosen, answer);
    }

    private static Methods.Entry entry(String method) {
        return Methods.ALL.stream()
                .filter(known -> known.description().name().equals(method))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no method " + method + "."));
    }

    private static long compute(
            String method, Map<String, String> options, TableFormat from, Reader in, Sink sink)
            throws IOException {
        Methods.Entry entry = entry(method);
        try {
            Options chosen = new Options(entry.description(), options);
            Source source = from == TableFormat.CSV ? new CsvSource(in) : new JsonSource(in);
            if (source.header().names().isEmpty()) { // a JSON array without a row
                sink.begin(List.of(), List.of());
                sink.end();
                return 0;
            }
            return compute(entry.maker().of(source.header(), chosen), source, sink);
        } catch (InvalidArgument fault) { // of an option
            throw new InvalidInput(fault.argument(), fault.fault());
        } catch (CharacterCodingException e) {
            throw new InvalidInput(
                    "body",
                    "The text is not UTF-8 (often it is Windows-1252). Save the file as \"CSV UTF-8\".");
        }
    }

    private static long compute(Calculation calculation, Source source, Sink sink)
            throws IOException {
        List<String> wanted = calculation.wanted();
        source.want(wanted);
        if (calculation.kept().size() == source.header().names().size()) {
            source.header().leaveRoomFor(calculation.results());
            source.header().leaveRoomFor(List.of("note"));
        }
        sink.begin(calculation.kept(), calculation.results());
        Faults faults = new Faults();
        while (next(source, faults)) {
            try {
                calculation.row(source, sink);
            } catch (InvalidArgument fault) {
                int column = wanted.indexOf(fault.argument());
                faults.add(source, fault, column < 0 ? "" : source.text(column));
            }
        }
        if (faults.none()) {
            calculation.end(sink, faults);
        }
        faults.refuse();
        sink.end();
        return source.number();
    }

    private static boolean next(Source source, Faults faults) throws IOException {
        while (true) {
            try {
                return source.next();
            } catch (InvalidArgument fault) { // this row has the wrong shape; the next may be good
                faults.add(source, fault, "");
            }
        }
    }
}
