package org.answerable.cohort.modelled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The model of ages by area, without a database. */
class AgesByAreaTest {

    @Test
    void each_practice_gives_its_ages_to_the_areas_as_its_people_live_in_them() {
        AgesByArea model = new AgesByArea(3);
        model.practice("A", new int[] {100, 200, 700});
        model.practice("B", new int[] {50, 50, 0});

        model.add("A", 400);
        model.add("B", 100);
        assertThat(model.endOfArea()).containsExactly(90, 130, 280);
        model.add("A", 600);
        assertThat(model.endOfArea()).containsExactly(60, 120, 420);
    }

    @Test
    void what_rounding_takes_from_one_area_the_next_one_gets() {
        AgesByArea model = new AgesByArea(2);
        model.practice("A", new int[] {1, 2});
        long first = 0;
        long second = 0;
        for (int area = 0; area < 300; area++) {
            model.add("A", 1);
            long[] people = model.endOfArea();
            first += people[0];
            second += people[1];
        }
        assertThat(first).isEqualTo(100);
        assertThat(second).isEqualTo(200);
    }

    @Test
    void the_sums_of_ages_and_of_areas_are_those_of_the_two_sources() {
        Random random = new Random(7);
        int practices = 40;
        int areas = 200;
        int ages = 20;
        long[][] lives = new long[areas][practices];
        long[] lists = new long[practices];
        AgesByArea model = new AgesByArea(ages);
        long[] ofAge = new long[ages];
        for (int p = 0; p < practices; p++) {
            for (int l = 0; l < areas; l++) {
                lives[l][p] = random.nextInt(60);
                lists[p] += lives[l][p];
            }
            int[] people = new int[ages];
            for (long person = 0; person < lists[p]; person++) {
                people[
                        Math.min(
                                ages - 1,
                                (int) (random.nextDouble() * random.nextInt(2 * ages)))]++;
            }
            for (int a = 0; a < ages; a++) {
                ofAge[a] += people[a];
            }
            model.practice("P" + p, people);
        }
        long[] modelled = new long[ages];
        for (int l = 0; l < areas; l++) {
            long inArea = 0;
            for (int p = 0; p < practices; p++) {
                model.add("P" + p, lives[l][p]);
                inArea += lives[l][p];
            }
            long sum = 0;
            long[] people = model.endOfArea();
            for (int a = 0; a < ages; a++) {
                modelled[a] += people[a];
                sum += people[a];
            }
            assertThat(Math.abs(sum - inArea)).as("area %s", l).isLessThanOrEqualTo(ages / 2);
        }
        assertThat(modelled).containsExactly(ofAge);
    }

    @Test
    void practices_that_one_source_lacks_are_counted_and_left_out() {
        AgesByArea model = new AgesByArea(1);
        model.practice("A", new int[] {10});
        model.practice("B", new int[] {20});
        model.practice("Empty", new int[] {0});
        model.add("A", 10);
        model.add("C", 4);
        model.add("C", 3);
        model.add("Empty", 2);

        assertThat(model.endOfArea()).containsExactly(10);
        assertThat(model.practicesWithoutAges()).isEqualTo(2);
        assertThat(model.peopleWithoutAges()).isEqualTo(9);
        assertThat(model.practicesWithoutAreas()).isEqualTo(1);
        assertThat(model.peopleWithoutAreas()).isEqualTo(20);
    }
}
