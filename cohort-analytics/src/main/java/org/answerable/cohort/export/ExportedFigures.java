package org.answerable.cohort.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.answerable.cohort.Figure;
import org.answerable.cohort.FigureFormats;
import org.answerable.cohort.chart.FigureChart;
import org.answerable.spreadsheet.OdsWriter;

/** The forms in which a figure leaves. */
@ApplicationScoped
public class ExportedFigures implements FigureFormats {

    @Override
    public void csv(Figure figure, Appendable to) throws IOException {
        FigureCsv.write(figure.table(), to);
    }

    @Override
    public String csvMetadata(Figure figure) {
        return FigureMetadata.write(figure);
    }

    @Override
    public void ods(Figure figure, OutputStream to) throws IOException {
        OdsWriter.write(FigureWorkbook.of(figure), to);
    }

    @Override
    public String svg(Figure figure) {
        return FigureChart.of(figure);
    }

    @Override
    public String json(Figure figure) {
        return FigureJson.write(figure);
    }

    @Override
    public String paragraph(Figure figure) {
        return FigureExplanation.paragraph(figure);
    }
}
