package org.answerable.cohort.statistics;

/**
 * {@code A = L·Lᵀ} of a small symmetric, positive definite matrix, for solving and for its determinant.
 * A pivot that is next to nothing beside its diagonal element says that a row follows from those before.
 */
final class Cholesky {

    private final double[][] lower;
    private final int dependent;

    /**
     * @param matrix symmetric; its lower half is read
     * @param least the least pivot, as a share of its diagonal element
     */
    Cholesky(double[][] matrix, double least) {
        int size = matrix.length;
        lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                lower[i][j] = (matrix[i][j] - product(i, j)) / lower[j][j];
            }
            double pivot = matrix[i][i] - product(i, i);
            if (!(pivot > least * matrix[i][i])) {
                dependent = i;
                return;
            }
            lower[i][i] = Math.sqrt(pivot);
        }
        dependent = -1;
    }

    private double product(int first, int second) {
        double sum = 0;
        for (int k = 0; k < Math.min(first, second); k++) {
            sum += lower[first][k] * lower[second][k];
        }
        return sum;
    }

    /** The first row that follows from those before it, or -1; with one there is nothing to solve. */
    int dependent() {
        return dependent;
    }

    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += Math.log(lower[i][i]);
        }
        return 2 * sum;
    }

    /** {@code A⁻¹ b}. */
    double[] solve(double[] b) {
        double[] x = halfway(b);
        for (int i = lower.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < lower.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /** {@code bᵀ A⁻¹ b}. */
    double quadratic(double[] b) {
        double sum = 0;
        for (double part : halfway(b)) {
            sum += part * part;
        }
        return sum;
    }

    /** {@code tr(A⁻¹ B)}, B symmetric. */
    double traceOfSolved(double[][] other) {
        double trace = 0;
        for (int i = 0; i < lower.length; i++) {
            trace += solve(other[i])[i];
        }
        return trace;
    }

    /** {@code L⁻¹ b}. */
    private double[] halfway(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < lower.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
