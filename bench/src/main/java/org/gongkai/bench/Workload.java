package org.gongkai.bench;

import java.util.List;

/** One of the numbered workloads; measures and judges itself. */
interface Workload {

    /** As given on the command line. */
    String name();

    List<Result> run(Setting setting) throws Exception;
}
