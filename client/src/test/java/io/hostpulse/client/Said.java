package io.hostpulse.client;

/** What brokers say. */
final class Said {

    static final String WELCOME =
            "{'type':'connection','status':'connected','message':'Connected','timestamp':'2026-01-03T10:15:30.123456Z',"
                    + "'server_version':'0.1.0','protocol':'hostpulse.v1','host':'atlas','streams':['memory'],'interval':0.5,"
                    + "'capabilities':['alerts','delta','fields','interval','since','streams'],'compression':'none'}";

    static final String SUBSCRIBED = subscribed("");

    private Said() {}

    static String subscribed(String more) {
        return "{'type':'subscribed','message':'Updates are on','alerts':false,'streams':['memory'],'interval':0.5,"
                + "'delta':false" + more + ",'timestamp':'2026-01-03T10:15:30.200000Z','id':1}";
    }

    /** The stream memory at a tick, which is its record's number too. */
    static String data(long tick) {
        return data(tick, tick, "");
    }

    static String data(long tick, long sequence, String more) {
        return "{'type':'monitoring_data','timestamp':'2026-01-03T10:15:30.500000Z','tick':" + tick
                + ",'cursor':'memory:"
                + sequence + ".x','data':{'memory':{'total':1000,'percentage':3.2}},'streams':{'memory':{'sequence':"
                + sequence
                + ",'timestamp':'2026-01-03T10:15:30.5Z','age_ms':3,'stale':false}},'no_data':{'disk':{'state':'failed',"
                + "'reason':'no answer within 2000 ms'}}" + more + "}";
    }

    static String error(String code, String id) {
        return "{'type':'error','message':'it will not','code':'" + code + "'" + id + "}";
    }

    static String goodbye(long millis) {
        return "{'type':'goodbye','message':'the server is stopping','reconnect_in_ms':" + millis + "}";
    }
}
