package org.scrutineer.samples;

import java.math.BigDecimal;
import java.util.Map;
import org.scrutineer.catalogue.ReportingPeriod;

/** December 2021: a trust for two councils, and the figures of the scrutiny committee's minutes of early 2022. */
final class December2021 {

    private static final Table FRONT_DOOR = new Table("""
            team                    referrals  authorised  in-time  open  unallocated  contacts  again
            First Response Team 1   238        112         100      136   3            512       55
            First Response Team 2   231        108         95       131   2            497       51
            First Response Team 3   219        96          83       142   5            0         0
            First Response Team 4   226        102         90       121   2            489       53
            Disabled Children Team  0          32          28       30    0            0         0
            """);

    private static final Table SAFEGUARDING = new Table("""
            team                       open  seen  closed  unallocated  plans  visited  ended  unallocated-plans  missing  conferences  conferences-in-time  no-conference
            Safeguarding Team North    284   240   31      3            146    136      15     0                  5        16           13                   22
            Safeguarding Team Central  270   225   27      2            134    123      12     0                  4        14           12                   19
            Safeguarding Team West     266   207   28      2            140    123      13     0                  7        15           12                   20
            """);

    private static final Table CARE = new Table("""
            team                     children  short-breaks  unregistered  unallocated  missing  ceased  adopted-before
            Children in Care Team 1  510       0             4             0            25       171     41
            Children in Care Team 2  500       0             3             0            22       166     39
            Disabled Children Team   120       44            0             0            0        14      0
            """);

    private static final Table LEAVING_CARE = new Table("""
            team                     young-people
            Leaving Care Team North  158
            Leaving Care Team West   161
            """);

    /** 528.0 full-time equivalents: 380.0 filled by permanent staff, 29.2 covered by agency, 118.8 with nobody. */
    private static final Table POSTS = new Table("""
            team                       experienced  first-year  other  four-days  three-days  post-of-06  post-of-05  agency  agency-08  shared  vacant  vacant-06  above  above-06
            First Response Team 1      16           4           2      3          2           1           1           4       1          0       9       0          8      0
            First Response Team 2      15           4           2      3          1           1           1           4       0          1       9       0          8      1
            First Response Team 3      13           3           2      2          1           1           1           5       0          0       11      0          9      1
            First Response Team 4      15           4           2      3          1           1           1           4       0          0       9       0          8      1
            Safeguarding Team North    24           8           4      4          3           2           2           2       0          0       12      0          3      0
            Safeguarding Team Central  23           7           4      4          2           1           2           2       0          0       11      0          3      0
            Safeguarding Team West     23           7           3      4          2           1           1           3       0          0       13      1          3      1
            Children in Care Team 1    30           7           3      5          3           2           2           1       0          0       9       0          1      0
            Children in Care Team 2    30           6           3      5          3           2           2           2       0          0       9       0          1      0
            Leaving Care Team North    7            1           0      1          1           1           0           0       0          0       2       0          0      0
            Leaving Care Team West     7            1           0      1          1           0           1           0       0          0       2       0          0      0
            Disabled Children Team     12           3           1      2          1           1           1           1       0          0       3       0          0      0
            Quality Assurance          19           0           1      3          2           2           1           0       0          0       2       0          0      0
            """);

    private static final Table OTHER_POSTS = new Table("""
            team                       other  post-of-06  post-of-05  vacant
            First Response Team 1      6      2           0           1
            First Response Team 2      6      2           0           1
            First Response Team 3      6      2           0           1
            First Response Team 4      6      2           0           1
            Safeguarding Team North    18     4           0           1
            Safeguarding Team Central  18     4           0           1
            Safeguarding Team West     18     4           0           1
            Children in Care Team 1    13     3           0           1
            Children in Care Team 2    13     3           0           1
            Leaving Care Team North    18     2           0           3
            Leaving Care Team West     18     2           0           3
            Disabled Children Team     10     2           0           1
            Quality Assurance          12     2           0           1
            Finance                    16     3           0           1
            Workforce                  18     3           0           2
            """);

    private static final Table MOVEMENTS = new Table("""
            who             movement  full  full-late  part  part-late  part-time-fte
            social workers  STARTER   41    15         7     2          0.6
            social workers  LEAVER    50    10         10    1          0.6
            social workers  MOVE      47    12         0     0          0.6
            other staff     STARTER   25    6          5     1          0.6
            other staff     LEAVER    28    8          10    2          0.6
            """);

    private static final Table BUDGET = new Table("""
            line                                          area        budget      spent       remaining
            First Response staffing                       STAFF       6,050,000   4,520,000   1,548,000
            Safeguarding staffing                         STAFF       8,420,000   6,240,000   2,130,000
            Children in care and leaving care staffing    STAFF       7,300,000   5,430,500   1,829,500
            Disabled children staffing                    STAFF       2,480,000   1,851,000   619,000
            Independent foster agency placements          PLACEMENTS  15,900,000  12,735,000  4,215,000
            In-house fostering                            PLACEMENTS  9,700,000   7,190,000   2,390,000
            Residential placements                        PLACEMENTS  21,300,000  19,860,000  6,740,000
            Unregistered placements                       PLACEMENTS  600,000     1,320,000   460,000
            Supported accommodation                       PLACEMENTS  4,900,000   4,060,000   1,390,000
            Adoption and special guardianship allowances  OTHER       5,600,000   4,230,000   1,410,000
            Legal costs                                   OTHER       2,600,000   2,015,000   665,000
            Transport                                     OTHER       1,180,000   892,000     308,000
            """);

    private static final Table PRACTICE = new Table("""
            what                                                 percent
            contact decided in one working day                   93
            conference leads to a plan                           86
            plan reviewed in time                                93
            plan that ended had run for two years                6
            plan is not the first                                23
            core group in 10 working days                        91
            referral decided in one working day                  89
            child seen in assessment                             95
            older open assessment is overdue                     14
            plan reviewed                                        86
            child seen alone                                     79
            dental check in the year                             83
            visited in time in care                              88
            three social workers or more                         28
            review in time                                       91
            health assessment within 28 days                     47
            yearly health assessment                             88
            immunised                                            85
            education plan this term                             89
            stayed with the foster carer                         35
            return interview offered                             87
            return interview within 72 hours                     68
            supervised in the month                              88
            care leaver in touch                                 91
            care leaver in education, employment or training     41
            care leaver in suitable accommodation                87
            audit good or outstanding                            58
            """);

    private static final String COVERS = """
            First Response Team 1     | FRT1 Dec 21.xlsx                                 | FRT1                    | 4 | Dec-21        | Hollis Bramwell   | 2022-01-07 |  |
            First Response Team 2     | FRT2 December 2021.xlsx                          | First Response Team 2   | 4 | December 2021 | Odette Farrow     | 2022-01-06 |  | mixed-codes notes
            First Response Team 3     | First Response 3 - Dec 2021.xlsx                 | First Response 3        | 3 | 2021-12       | Leocadia Marsh    | 2022-01-11 |  | stray-blanks
            First Response Team 4     | FRT 4 monthly return dec 21.xlsx                 | FRT4                    | 4 | (date)        | Gwil Pargeter     | 2022-01-10 |  | guidance hidden-row
            Safeguarding Team North   | Safeguarding North - December 2021 FINAL v3.xlsx | Safeguarding Team North | 4 | December 2021 | Marit Sandhu-Cole | 2022-01-12 |  | formatted-tail
            Safeguarding Team Central | Safeguarding Central Dec 2021.xlsx               | SG Central              | 4 | Dec-21        | Ruari Penhallow   | 2022-01-13 |  | blank-rows stray-blanks
            Safeguarding Team West    | SG West Dec21.xlsx                               | SG West                 | 4 | Dec 2021      | Lachlan Ivory     | 2022-01-14 |  | text-dates notes
            Children in Care Team 1   | CIC Team 1 December 2021.xlsx                    | CIC 1                   | 4 | (date)        | Cosmo Wetherall   | 2022-01-05 |  | guidance
            Children in Care Team 2   | CIC2_2021-12.xlsx                                | Children in Care Team 2 | 4 | 2021-12       | Ines Thackray     | 2022-01-07 |  | mistakes text-dates stray-blanks
            Leaving Care Team West    | Leaving Care West Dec 2021.xlsx                  | LC West                 | 3 | December 2021 | Ffion Garstang    | 2022-01-12 |  | mixed-codes
            Disabled Children Team    | DCT Dec-21.xlsx                                  | DCT                     | 4 | Dec-21        | Piers Obuya       | 2022-01-10 |  | blank-rows formatted-tail
            Quality Assurance         | QA audits Q3 2021-22.xlsx                        | QA                      | 4 | (date)        | Nerys Calloway    | 2022-01-14 |  |
            Finance                   | Trust finance return Dec 2021 P9.xlsx            | Finance                 | 2 | December 2021 | Auberon Tiller    | 2022-01-13 |  |
            Workforce                 | Workforce return 31 December 2021.xlsx           | Human Resources         | 2 | 31/12/2021    | Sunniva Hartree   | 2022-01-11 |  |
            """;

    private December2021() {}

    static MonthPlan plan() {
        return new MonthPlan(
                ReportingPeriod.of(2021, 12),
                FRONT_DOOR,
                SAFEGUARDING,
                CARE,
                LEAVING_CARE,
                POSTS,
                OTHER_POSTS,
                MOVEMENTS,
                BUDGET,
                PRACTICE,
                Map.of(),
                new BigDecimal("16.9"),
                42,
                Cover.list(COVERS));
    }
}
