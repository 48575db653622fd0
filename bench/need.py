"""The model of Need.java in NumPy: need by LSOA of England from draws of 30 shares, in blocks so that memory stays small.

As favourable to NumPy as we could make it: each area meets only the three shares of its tenth, as one product of matrices for all
areas of that tenth in a block, and limits come from a partition, not a sort. NumPy has the threads of its BLAS for the product.
"""

import resource
import statistics
import sys
import time

import numpy as np

DRAWS, AGES, TENTHS, BLOCK = 10_000, 3, 10, 250
MEANS = (0.10, 0.15, 0.215, 0.235)
CHANCES = np.array([0.025, 0.1, 0.5, 0.9, 0.975])


def read(path):
    rows = np.genfromtxt(path, delimiter=",", skip_header=1, usecols=(3, 4, 5, 6))
    return rows[:, :AGES], rows[:, AGES].astype(int) - 1


def shares(seed):
    """One study a draw; under it each class has a share of its own."""
    random = np.random.default_rng(seed)
    study = random.integers(0, len(MEANS), DRAWS)
    mean = np.asarray(MEANS)[study]
    classes = np.arange(AGES * TENTHS)[:, None]
    means = mean[None, :] * (1 + 0.004 * classes)
    return random.beta(means * 40, (1 - means) * 40)


def limits(children, tenths, drawn):
    """Five limits and the mean of each area, between the two nearest draws in proportion."""
    place = CHANCES * (DRAWS - 1)
    below = place.astype(int)
    both = np.unique(np.concatenate([below, below + 1]))
    answer = np.empty((len(children), len(CHANCES)))
    for tenth in range(TENTHS):
        of_tenth = np.flatnonzero(tenths == tenth)
        three = drawn[[age * TENTHS + tenth for age in range(AGES)]]
        for begin in range(0, len(of_tenth), BLOCK):
            some = of_tenth[begin : begin + BLOCK]
            need = children[some] @ three
            need.partition(both, axis=1)
            low = need[:, below]
            answer[some] = low + (place - below) * (need[:, below + 1] - low)
    return answer


def main():
    children, tenths = read(sys.argv[1])
    print(f"{len(children):,} areas, {DRAWS:,} draws, NumPy {np.__version__}")
    seconds = []
    for round_ in range(-1, 3):
        begun = time.perf_counter()
        answer = limits(children, tenths, shares(1))
        if round_ >= 0:
            seconds.append(time.perf_counter() - begun)
    print(f"30 classes, each area simulated    median {1000 * statistics.median(seconds):6.0f} ms, best {1000 * min(seconds):6.0f} ms")
    total = children.sum(axis=1)
    print(f"median of need, all areas added: {answer[:, 2].sum():,.0f} of {total.sum():,.0f} children")
    print(f"peak resident memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


main()
