// What a ship may say, as the vessel's state resource has it.

const TONNE = 1000;
const DEGREE = Math.PI / 180;
const KNOT = 1852 / 3600;

/** The ferry under way, all well. `n` counts messages, so that values move. */
/** What the link has carried, nothing being limited. */
export function budget(extra = {}) {
  return {
    level: "FULL",
    bytesToday: 1_240_000,
    bytesTodayAtEnd: 2_100_000,
    dayLimitBytes: null,
    bytesThisMonth: 31_500_000,
    bytesThisMonthAtEnd: 45_000_000,
    monthLimitBytes: null,
    costThisMonth: null,
    costThisMonthAtEnd: null,
    currency: null,
    resting: false,
    nextWindow: null,
    ...extra,
  };
}

export function normal(n, now = Date.now()) {
  const sway = Math.sin(n / 3);
  const state = {
    vessel: { id: "imo9876543", name: "MV Rajin Star", software: "0.1.0" },
    time: new Date(now).toISOString(),
    origin: "LIVE",
    clockEpoch: 1,
    channels: [],
    checks: [
      check("draught-limit", "Draught limit", "PASS", "mean 5.02 m, limit 5.20 m, 18 cm to go"),
      check("cargo-limit", "Cargo limit", "PASS", "weighed 861 t of 1 000 t"),
      check("passengers", "Passengers", "PASS", "143 of 200"),
      check("freshness", "Sensors fresh", "PASS", "all 14 inputs fresh"),
    ],
    limits: { draughtMetres: 5.2, cargoTonnes: 1000, passengers: 200 },
    alerts: [],
    lines: [
      line("gps", "nmea0183", n, 9.1, 2),
      line("draught", "modbus-rtu", n, 6, 0),
      line("weighbridge", "mt-sics", n, 2, 0),
      line("deck", "toledo", n, 8.2, 0),
      line("counter", "nmea0183", n, 1, 0),
    ],
    outbox: {
      stream: "5f0c7a3e9b1d4c2a8e6f7a1b2c3d4e5f",
      lastSequence: 1000 + n,
      accepted: 48_200 + n * 30,
      acknowledged: 48_170 + n * 30,
      pending: 30,
      gapRecorded: 0,
      pendingBytes: 412,
      oldestPendingSeconds: 1.2,
    },
    link: {
      state: "UP",
      since: new Date(now - 3_600_000).toISOString(),
      detail: "",
      bytesSent: 402_113,
      blocksInFlight: 1,
      lastReceiptSeconds: 0.8,
      outages: 1,
      budget: budget(),
    },
  };
  const add = (path, title, unit, value, source, extra = {}) =>
    state.channels.push({
      path,
      title,
      unit,
      source,
      value,
      quality: "GOOD",
      time: state.time,
      ageSeconds: 0.4,
      preferred: true,
      ...extra,
    });
  const marks = { aft: 5.31, midship: 5.02, forward: 4.74 };
  for (const [station, metres] of Object.entries(marks)) {
    add(`hull.draught.${station}.port`, `Draught ${station} port`, "m", metres + 0.04 + sway * 0.012, "draught");
    add(`hull.draught.${station}.starboard`, `Draught ${station} starboard`, "m", metres - 0.03 + sway * 0.01, "draught");
  }
  add("hull.draught.mean", "Draught, quarter mean", "m", 5.021 + sway * 0.01, "survey");
  add("hull.trim", "Trim, + by the stern", "m", 0.57 + sway * 0.02, "survey");
  add("hull.list", "List, + to starboard", "rad", -0.4 * DEGREE, "survey");
  add("loading.loadLine.margin", "Margin to the load line", "m", 0.179, "survey");
  add("loading.cargo.limit", "Cargo limit", "kg", 1000 * TONNE, "configuration", { quality: "MANUAL" });
  add("loading.cargo.declared", "Cargo declared", "kg", 843 * TONNE, "configuration", { quality: "MANUAL" });
  add("loading.cargo.weighed", "Cargo weighed", "kg", (861 + n) * TONNE, "ramp");
  add("loading.cargo.measured", "Cargo measured by draught", "kg", (872 + sway * 4) * TONNE, "survey");
  add("loading.cargo.measuredU95", "Cargo measured, U95", "kg", 38 * TONNE, "survey");
  add("loading.weighbridge.mass", "On the weighbridge", "kg", 18_240, "weighbridge");
  add("passengers.onBoard", "Passengers on board", "1", 143, "counter");
  add("navigation.position.latitude", "Latitude", "deg", 42.302 + n * 1e-5, "gps");
  add("navigation.position.longitude", "Longitude", "deg", 130.415, "gps");
  add("navigation.speedOverGround", "Speed over ground", "m/s", (12.4 + sway / 5) * KNOT, "gps");
  add("navigation.courseOverGroundTrue", "Course over ground", "rad", 78 * DEGREE, "gps");
  add("navigation.headingTrue", "Heading", "rad", 80.4 * DEGREE, "gps");
  add("environment.depth.belowTransducer", "Depth below transducer", "m", 32.4 + sway, "gps");
  return state;
}

/** Everything configured: every check, and what the survey says beyond the draughts. */
export function whole(n, now) {
  const state = normal(n, now);
  state.checks = [
    check("draught-limit", "Draught against load line", "PASS", "port clear by 0.153 m, starboard clear by 0.191 m"),
    check("cargo-limit", "Cargo against limit", "PASS", "weighed 861 t of 1 000 t"),
    check("cargo-weights", "Declared, weighed and measured", "FAIL", "DISCREPANCY: unit 2 weighs 38.4 t, declared 26.2 t; measured MATCH: 7.7 t more aboard than weighed and declared, U95 53.0 t"),
    check("attitude", "List, trim and bend", "PASS", "list -0.40 degrees, + to starboard, allowed -2.00 to 2.00"),
    check("decks", "Deck and lane loads", "PASS", "deck-forward 402.1 t +- 0.5 t, allowed 744.0 t"),
    check("under-keel", "Water under the keel", "PASS", "4.12 m under the keel, 0.53 m required"),
    check("passengers", "Passengers", "PASS", "143 of 200"),
    check("freshness", "Sensors fresh", "PASS", "all 6 lines are heard"),
  ];
  const sway = Math.sin(n / 3);
  state.naval = {
    draughtsMetres: { forwardPort: 4.78, forwardStarboard: 4.71, midshipPort: 5.06, midshipStarboard: 4.99, aftPort: 5.35, aftStarboard: 5.28 },
    survey: {
      quality: "GOOD",
      quarterMeanMetres: 5.021 + sway * 0.01,
      trimMetres: 0.57,
      listDegrees: -0.4,
      deflectionMetres: 0.007,
      displacementTonnes: 6101.3 + sway * 4,
      displacementU95Tonnes: 38.2,
      budgetTonnes: { sensors: 8.4, waves: 2.1, commonBias: 15.4, density: 6.1, deductibles: 12, constant: 15 },
    },
    water: { density: 1.0215, quality: "GOOD", text: "by sensor" },
    deductiblesTonnes: 700.2,
    remarks: [],
    loadLine: {
      seaWaterMetres: 5.2,
      bound: "ZONE",
      binding: "S in Rajin roads on 2026-11-21",
      zoneCaution: null,
      allowedMetres: 5.215,
      port: { state: "CLEAR", marginMetres: 0.153 },
      starboard: { state: "CLEAR", marginMetres: 0.191 },
      text: "port clear by 0.153 m, starboard clear by 0.191 m",
    },
    underKeel: { text: "4.12 m under the keel, 0.53 m required; squat 0.00 m by BARRASS", clearanceMetres: 4.12, requiredMetres: 0.53, squatMetres: 0, failingSpeed: 8.2 },
    attitude: [{ check: "list", outcome: "PASS", text: "-0.40 degrees, + to starboard, allowed -2.00 to 2.00" }],
    decks: [{ check: "deck-forward", outcome: "PASS", text: "402.1 t +- 0.5 t, allowed 744.0 t" }],
    indicativeStability: { gmMetres: null, text: "indicative GM: no period of roll observed" },
    cargo: {
      limitTonnes: 1000,
      declared: { tonnes: 849.1, u95Tonnes: 7.4 },
      weighed: { tonnes: 861.3, u95Tonnes: 0.3 },
      measured: { tonnes: 869, u95Tonnes: 53 },
      basis: "SURVEY",
      residual: { tonnes: 7.7, u95Tonnes: 53 },
      verdict: "DISCREPANCY",
      text: "MATCH: 7.7 t more aboard than weighed and declared, U95 53.0 t; WITHIN the limit of 1000.0 t",
      papers: { tonnes: 12.2, u95Tonnes: 7.4 },
      papersText: "unit 2 weighs 38.4 t, declared 26.2 t",
      constant: { state: "TOO_FEW", text: "sums +0.0 t and -0.0 t of 40.0 t, fewer than 10 voyages" },
    },
  };
  return state;
}

/** More aboard than the papers say, and than she may carry. */
export function overload(n, now) {
  const state = normal(n, now);
  for (const station of ["aft", "midship", "forward"]) {
    for (const side of ["port", "starboard"]) value(state, `hull.draught.${station}.${side}`).value += 0.31;
  }
  value(state, "hull.draught.mean").value = 5.331;
  value(state, "loading.loadLine.margin").value = -0.131;
  value(state, "loading.cargo.weighed").value = 1127 * TONNE;
  value(state, "loading.cargo.measured").value = 1141 * TONNE;
  value(state, "hull.list").value = 2.6 * DEGREE;
  state.checks[0] = check("draught-limit", "Draught limit", "FAIL", "mean 5.33 m, limit 5.20 m, 13 cm over");
  state.checks[1] = check("cargo-limit", "Cargo limit", "FAIL", "weighed 1 127 t, limit 1 000 t, 127 t over");
  state.alerts = [
    alert(10501, "ALARM", "ACTIVE_UNACKNOWLEDGED", "Draught above limit", "mean 5.33 m, limit 5.20 m", 70, now),
    alert(10502, "ALARM", "ACTIVE_ACKNOWLEDGED", "Cargo above limit", "weighed 1 127 t, limit 1 000 t", 190, now, "2/O"),
    alert(10511, "WARNING", "ACTIVE_UNACKNOWLEDGED", "List above limit", "2.6\u00b0 to starboard, limit 2.0\u00b0", 30, now),
  ];
  return state;
}

/** One check that failed, in the gateway's own words, which are long. */
export function excess(n, now) {
  const state = normal(n, now);
  state.checks[1] = check("cargo-limit", "Cargo limit", "FAIL", "weighed 1025 t, measured 1014 \u00b1 86 t, limit 1000 t");
  return state;
}

/** Every kind of doubt at once: stale, invalid, degraded, absent, a lost line, a link that is down. */
export function trouble(n, now = Date.now()) {
  const state = normal(n, now);
  state.origin = "SIMULATED";
  for (const side of ["port", "starboard"]) {
    Object.assign(value(state, `hull.draught.aft.${side}`), { quality: "STALE", ageSeconds: 42 });
  }
  Object.assign(value(state, "hull.draught.forward.starboard"), { quality: "INVALID", value: null, ageSeconds: 3.1 });
  Object.assign(value(state, "hull.draught.midship.port"), { quality: "DEGRADED" });
  Object.assign(value(state, "hull.draught.mean"), { quality: "STALE", ageSeconds: 42 });
  Object.assign(value(state, "hull.trim"), { quality: "STALE", ageSeconds: 42 });
  Object.assign(value(state, "loading.loadLine.margin"), { quality: "STALE", ageSeconds: 42 });
  Object.assign(value(state, "loading.cargo.measured"), { quality: "DEGRADED" });
  Object.assign(value(state, "passengers.onBoard"), { quality: "ABSENT", value: null, time: null, ageSeconds: null });
  Object.assign(value(state, "navigation.headingTrue"), { quality: "INVALID", value: null });
  state.channels = state.channels.filter((channel) => !channel.path.startsWith("environment.depth"));
  state.checks[0] = check("draught-limit", "Draught limit", "INCONCLUSIVE", "draught aft is 42 s old");
  state.checks[2] = check("passengers", "Passengers", "INCONCLUSIVE", "never counted");
  state.checks[3] = check("freshness", "Sensors fresh", "FAIL", "draught silent for 42 s");
  Object.assign(state.lines[1], { state: "RED", detail: "the terminal has gone", lastHeardSeconds: 42 });
  Object.assign(state.lines[4], { state: "CONNECTING", lastHeardSeconds: null });
  state.link = { ...state.link, state: "DOWN", since: new Date(now - 11_400_000).toISOString(), detail: "connection refused" };
  state.outbox = { ...state.outbox, pending: 34_284, pendingBytes: 412_030, oldestPendingSeconds: 11_400 };
  state.alerts = [
    alert(10521, "WARNING", "ACTIVE_UNACKNOWLEDGED", "Draught aft no data", "silent for 42 s", 42, now),
    alert(10511, "WARNING", "RECTIFIED_UNACKNOWLEDGED", "List above limit", "was 2.6\u00b0 to starboard", 900, now),
    alert(10522, "WARNING", "ACTIVE_ACKNOWLEDGED", "Passengers not counted", "line counter never heard", 1400, now, "C/O"),
    alert(10531, "CAUTION", "ACTIVE_ACKNOWLEDGED", "Shore link down", "since 3 h 10 min, 34 284 readings wait", 11_400, now),
    alert(10532, "CAUTION", "ACTIVE_ACKNOWLEDGED", "Heading invalid", "no HDT", 5, now),
  ];
  return state;
}

/** A ship and a sensor that try to be script. */
export function hostile(n, now) {
  const attack = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
  const state = overload(n, now);
  state.vessel.name = attack;
  for (const one of state.channels) one.title = one.source = attack;
  for (const one of [...state.checks, ...state.alerts]) one.title = one.text = attack;
  for (const one of state.lines) one.detail = one.device = attack;
  state.lines[0].id = attack;
  state.link.detail = attack;
  return state;
}

/** All well but for the disk. */
export function full(n, now) {
  const state = normal(n, now);
  state.outbox.failure = "the disk is full";
  return state;
}

/** Every value is old. */
export function stale(n, now) {
  const state = whole(n, now);
  for (const channel of state.channels) Object.assign(channel, { quality: "STALE", ageSeconds: 42 });
  return state;
}

/** A line whose baud rate is wrong. */
export function noisy(n, now) {
  const state = normal(n, now);
  Object.assign(state.lines[0], { malformed: 940, malformedByReason: { checksum: 40, noise: 900 } });
  return state;
}

/** At the pole where the sun does not rise in this half of the year. */
export function polarNight(n, now) {
  return atPole(n, now, false);
}

/** At the pole where it does not set. */
export function polarDay(n, now) {
  return atPole(n, now, true);
}

function atPole(n, now = Date.now(), light) {
  const state = normal(n, now);
  // Months before and after the solstices, so that the sun is far from the horizon.
  state.time = `${new Date(now).getUTCFullYear()}-${light ? "06" : "12"}-21T12:00:00Z`;
  value(state, "navigation.position.latitude").value = 88;
  return state;
}

/** More alerts than one page shows, in every state. */
export function flood(n, now = Date.now()) {
  const state = overload(n, now);
  const kinds = [
    ["ALARM", "ACTIVE_UNACKNOWLEDGED", "raised just now"],
    ["WARNING", "ACTIVE_SILENCED", "silenced by an officer"],
    ["ALARM", "ACTIVE_ACKNOWLEDGED", "and its cause is still there"],
    ["WARNING", "RECTIFIED_UNACKNOWLEDGED", "and nobody has seen it"],
    ["ALARM", "ACTIVE_TRANSFERRED", "announced by the bridge alert management"],
    ["CAUTION", "ACTIVE_ACKNOWLEDGED", "for awareness"],
  ];
  state.alerts = Array.from({ length: 43 }, (_, i) => {
    const [priority, condition, text] = kinds[i % kinds.length];
    const by = condition === "ACTIVE_ACKNOWLEDGED" && priority !== "CAUTION" ? "C/O" : null;
    return { ...alert(10301, priority, condition, `SENSOR STALE ${i + 1}`, `line ${i + 1} ${text}, last heard ${i} s ago`, 60 * i, now, by), instance: i + 1 };
  });
  return state;
}

/** Everything that takes room on the loading page at once: the banner, eight checks, a chip, nine alerts. */
export function crowded(n, now) {
  const state = whole(n, now);
  state.origin = "SIMULATED";
  state.alerts = flood(n, now).alerts.slice(0, 9);
  Object.assign(value(state, "navigation.courseOverGroundTrue"), { quality: "ABSENT", value: null });
  return state;
}

export const STATES = { crowded, normal, whole, overload, excess, trouble, hostile, full, stale, noisy, polarNight, polarDay, flood };

export function value(state, path) {
  const found = state.channels.find((channel) => channel.path === path);
  if (!found) throw new Error(`no channel ${path}`);
  return found;
}

function check(id, title, verdict, text) {
  return { id, title, verdict, text };
}

function alert(id, priority, state, title, text, secondsAgo, now = Date.now(), acknowledgedBy = null) {
  const raised = new Date(now - secondsAgo * 1000).toISOString();
  return { id, instance: 1, priority, state, title, text, raised, changed: raised, acknowledgedBy, revision: 1 };
}

function line(id, protocol, n, rate, malformed) {
  const frames = Math.round(20_000 + n * rate);
  return {
    id,
    protocol,
    device: `/dev/serial/by-id/${id}`,
    state: "GREEN",
    detail: "",
    lastHeardSeconds: 0.2,
    bytes: frames * 60,
    frames,
    decoded: frames - malformed,
    unsupported: 0,
    malformed,
    malformedByReason: malformed ? { CHECKSUM: malformed } : {},
    dropped: 0,
    reopened: 0,
  };
}
