package org.scrutineer.samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.ReportingPeriod;

/** December 2018: one county council, and the figures of the commissioner's report of May 2019. */
final class December2018 {

    private static final Table FRONT_DOOR = new Table("""
            team                       referrals  authorised  in-time  open  unallocated  contacts  again
            First Response Team 1      236        98          66       252   44           486       66
            First Response Team 2      228        96          64       246   39           471       61
            First Response Team 3      214        82          44       261   68           438       62
            First Response Team 4      222        94          62       221   37           0         0
            Disabled Children Team     0          30          24       44    4            0         0
            """);

    private static final Table SAFEGUARDING = new Table("""
            team                       open  seen  closed  unallocated  plans  visited  ended  unallocated-plans  missing  conferences  conferences-in-time  no-conference
            Safeguarding Team North    310   121   34      14           140    92       14     2                  0        17           12                   24
            Safeguarding Team Central  296   112   29      11           128    81       11     1                  0        15           11                   21
            Safeguarding Team West     294   82    31      19           132    63       12     3                  9        16           9                    26
            """);

    private static final Table CARE = new Table("""
            team                       children  short-breaks  unregistered  unallocated  missing  ceased  adopted-before
            Children in Care Team 1    478       0             2             3            27       158     38
            Children in Care Team 2    466       0             1             5            24       151     35
            Disabled Children Team     106       38            0             2            0        12      0
            """);

    private static final Table LEAVING_CARE = new Table("""
            team                       young-people
            Leaving Care Team North    152
            Leaving Care Team West     147
            """);

    /** 400 posts: 136 experienced, 92 in their first year, 100 agency, 72 vacant. */
    private static final Table POSTS = new Table("""
            team                       experienced  first-year  other  four-days  three-days  post-of-06  post-of-05  agency  agency-08  shared  vacant  vacant-06  above  above-06
            First Response Team 1      5            4           0      0          0           0           0           21      0          0       8       0          0      0
            First Response Team 2      3            5           0      0          0           0           0           22      0          0       8       0          0      0
            First Response Team 3      0            0           0      0          0           0           0           16      0          0       14      0          0      0
            First Response Team 4      2            1           0      0          0           0           0           20      0          0       9       0          0      0
            Safeguarding Team North    18           16          0      0          0           0           0           4       0          0       6       0          0      0
            Safeguarding Team Central  17           15          0      0          0           0           0           4       0          0       6       0          0      0
            Safeguarding Team West     16           16          0      0          0           0           0           5       0          0       7       0          0      0
            Children in Care Team 1    19           12          0      0          0           0           0           2       0          0       4       0          0      0
            Children in Care Team 2    18           12          0      0          0           0           0           3       0          0       4       0          0      0
            Leaving Care Team North    4            1           0      0          0           0           0           0       0          0       1       0          0      0
            Leaving Care Team West     4            1           0      0          0           0           0           1       0          0       1       0          0      0
            Disabled Children Team     12           6           0      0          0           0           0           1       0          0       2       0          0      0
            Quality Assurance          18           3           0      0          0           0           0           1       0          0       2       0          0      0
            """);

    private static final Table OTHER_POSTS = new Table("""
            team                       other  post-of-06  post-of-05  vacant
            First Response Team 1      5      0           1           1
            First Response Team 2      5      0           1           1
            First Response Team 3      5      0           1           1
            First Response Team 4      5      0           1           1
            Safeguarding Team North    16     0           2           1
            Safeguarding Team Central  16     0           2           1
            Safeguarding Team West     16     0           2           1
            Children in Care Team 1    11     0           1           1
            Children in Care Team 2    11     0           1           1
            Leaving Care Team North    17     0           1           3
            Leaving Care Team West     17     0           1           3
            Disabled Children Team     8      0           1           1
            Quality Assurance          10     0           1           1
            Finance                    13     0           2           1
            Workforce                  15     0           2           2
            """);

    private static final Table MOVEMENTS = new Table("""
            who                    movement  full  full-late  part  part-late  part-time-fte
            social workers         STARTER   56    11         0     0          0.5
            social workers         LEAVER    66    17         0     0          0.5
            social workers         MOVE      21    5          0     0          0.5
            other staff            STARTER   24    6          0     0          0.5
            other staff            LEAVER    27    7          4     1          0.5
            """);

    private static final Table BUDGET = new Table("""
            line                                          area        budget      spent       remaining
            First Response staffing                       STAFF       5,240,000   4,310,600   1,437,000
            Safeguarding staffing                         STAFF       7,180,000   5,702,300   1,921,500
            Children in care and leaving care staffing    STAFF       6,420,000   4,795,200   1,604,800
            Disabled children staffing                    STAFF       2,150,000   1,598,400   531,600
            Independent foster agency placements          PLACEMENTS  13,400,000  11,205,000  3,745,000
            In-house fostering                            PLACEMENTS  8,900,000   6,590,000   2,190,000
            Residential placements                        PLACEMENTS  16,700,000  14,820,000  5,080,000
            Supported accommodation                       PLACEMENTS  3,600,000   2,981,000   1,019,000
            Adoption and special guardianship allowances  OTHER       5,100,000   3,842,250   1,279,750
            Legal costs                                   OTHER       2,300,000   1,860,400   600,600
            Transport                                     OTHER       1,050,000   800,000     263,000
            """);

    private static final Table PRACTICE = new Table("""
            what                                                 percent
            contact decided in one working day                   71
            conference leads to a plan                           84
            plan reviewed in time                                82
            plan that ended had run for two years                8
            plan is not the first                                27
            core group in 10 working days                        74
            referral decided in one working day                  68
            child seen in assessment                             84
            older open assessment is overdue                     62
            plan reviewed                                        58
            child seen alone                                     61
            dental check in the year                             66
            visited in time in care                              69
            three social workers or more                         44
            review in time                                       74
            health assessment within 28 days                     38
            yearly health assessment                             71
            immunised                                            74
            education plan this term                             66
            stayed with the foster carer                         24
            return interview offered                             64
            return interview within 72 hours                     41
            supervised in the month                              57
            care leaver in touch                                 78
            care leaver in education, employment or training     34
            care leaver in suitable accommodation                76
            audit good or outstanding                            31
            """);

    private static final String COVERS = """
            First Response Team 1     | FRT1 Dec 18.xlsx                              | FRT1                    | 4 | Dec-18        | Hollis Bramwell    | 2019-01-07 |                  | notes
            First Response Team 2     | FRT2 Dec 18.xlsx                              | First Response Team 2   | 4 | December 2018 | Odette Farrow      | 2019-01-04 |                  | mixed-codes
            First Response Team 2     | FRT2 Dec 18 CORRECTED.xlsx                    | First Response Team 2   | 4 | December 2018 | Odette Farrow      | 2019-01-09 |                  | mixed-codes
            First Response Team 3     | First Response 3 - Dec 2018.xlsx              | First Response 3        | 4 | 2018-12       | Tamsin Okoro-Lisle | 2019-01-11 |                  | stray-blanks hidden-row
            First Response Team 4     | FRT 4 monthly return december.xlsx            | FRT4                    | 2 | (date)        | Gwil Pargeter      | 2019-01-08 |                  | numeric-ids guidance
            Safeguarding Team North   | Safeguarding North - December 2018 FINAL.xlsx | Safeguarding Team North | 4 | December 2018 | Marit Sandhu-Cole  | 2019-01-09 | Missing episodes | formatted-tail
            Safeguarding Team Central | Safeguarding Central Dec 2018.xlsx            | SG Central              | 4 | Dec-18        | Ruari Penhallow    | 2019-01-10 |                  | blank-rows stray-blanks
            Safeguarding Team West    | SG West Dec18 v2.xlsx                         | SG West                 | 4 | Dec 2018      | Bettany Achterberg | 2019-01-14 |                  | mistakes text-dates notes
            Children in Care Team 1   | LAC Team 1 December.xlsx                      | LAC Team 1              | 4 | (date)        | Cosmo Wetherall    | 2019-01-03 |                  | guidance notes
            Children in Care Team 2   | CIC2_2018-12.xlsx                             | Children in Care Team 2 | 4 | 2018-12       | Ines Thackray      | 2019-01-08 |                  | text-dates stray-blanks
            Leaving Care Team North   | Leaving Care North December 2018.xlsx         | LC North                | 3 | December 2018 | Fenella Rusk       | 2019-01-07 |                  | mixed-codes formatted-tail
            Disabled Children Team    | DCT Dec-18.xlsx                               | DCT                     | 4 | Dec-18        | Piers Obuya        | 2019-01-10 |                  | blank-rows
            Quality Assurance         | QA audits Oct-Dec 2018 (late).xlsx            | QA                      | 4 | (date)        | Nerys Calloway     | 2019-01-29 |                  |
            Finance                   | Children's finance Dec 2018 P9.xlsx           | Finance                 | 1 | December 2018 | Auberon Tiller     | 2019-01-14 |                  | money-as-text
            Workforce                 | HR workforce return 31 December 2018.xlsx     | HR                      | 2 | 31/12/2018    | Sunniva Hartree    | 2019-01-11 |                  |
            """;

    private December2018() {}

    static MonthPlan plan() {
        return new MonthPlan(
                ReportingPeriod.of(2018, 12),
                FRONT_DOOR,
                SAFEGUARDING,
                CARE,
                LEAVING_CARE,
                POSTS,
                OTHER_POSTS,
                MOVEMENTS,
                BUDGET,
                PRACTICE,
                Map.of(
                        Team.FIRST_RESPONSE_1, List.of(53),
                        Team.FIRST_RESPONSE_3, List.of(57, 51),
                        Team.FIRST_RESPONSE_4, List.of(58)),
                new BigDecimal("18.0"),
                38,
                Cover.list(COVERS));
    }
}
