package org.plimsoll.shore.port.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.shore.port.CargoUnit;
import org.plimsoll.shore.port.RecordKind;

class PortJsonTest {

  private static final Instant NOW = Instant.parse("2026-01-15T06:00:00Z");

  /** Quotes are written as apostrophes. Columns: kind, body, the field that is wrong. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VOYAGE | {'vessel':'imo9876543','number':'12'} | -",
        "VOYAGE | {'vessel':'imo9876543','number':'12','from':'RUVVO','to':'KPNAJ'} | -",
        "VOYAGE | {'vessel':'imo9876543','number':'12','from':null} | -",
        "VOYAGE | {'vessel':'imo9876544','number':'12'} | vessel",
        "VOYAGE | {'vessel':9876543,'number':'12'} | vessel",
        "VOYAGE | {'number':'12'} | vessel",
        "VOYAGE | {'vessel':'imo9876543','number':12} | number",
        "VOYAGE | {'vessel':'imo9876543','number':'  '} | number",
        "VOYAGE | {'vessel':'imo9876543','number':'12','from':'ruvvo'} | from",
        "VOYAGE | {'vessel':'imo9876543','number':'12','form':'RUVVO'} | form",
        "VOYAGE | {'vessel':'imo9876543','number':'12','supersedes':'1'} | supersedes",
        "VOYAGE | {'vessel':'imo9876543','number':'1','number':'2'} | ``",
        "VOYAGE | [] | ``",
        "WITHHOLDING | {'withheld':['PERSONS','CARGO_UNITS']} | -",
        "WITHHOLDING | {'withheld':[]} | -",
        "WITHHOLDING | {} | withheld",
        "UKC_REQUEST | {'at':'2026-01-15T05:00:00Z','deepestDraughtMetres':5.2,'quality':'GOOD',"
            + "'purpose':'PRE_PLAN','calculationRequested':'TIME_WINDOW'} | -",
        "UKC_REQUEST | {'at':'2026-01-15T05:00:00Z','deepestDraughtMetres':5.2,'quality':'STALE',"
            + "'purpose':'PRE_PLAN','calculationRequested':'TIME_WINDOW'} | quality",
        "UKC_REQUEST | {'at':'2026-01-15T05:00:00Z','deepestDraughtMetres':31,'quality':'GOOD',"
            + "'purpose':'PRE_PLAN','calculationRequested':'TIME_WINDOW'} | deepestDraughtMetres",
        "UKC_REQUEST | {'at':'2026-01-15T07:00:00Z','deepestDraughtMetres':5.2,'quality':'GOOD',"
            + "'purpose':'PRE_PLAN','calculationRequested':'TIME_WINDOW'} | at",
        "UKC_REQUEST | {'at':'2026-01-15T05:00:00Z','deepestDraughtMetres':5.2,'quality':'GOOD',"
            + "'purpose':'PRE_PLAN','calculationRequested':'MAXIMUM_DRAUGHT'} | range",
        "UKC_REQUEST | {'at':'2026-01-15T05:00:00Z','deepestDraughtMetres':5.2,'quality':'GOOD',"
            + "'purpose':'PRE_PLAN','calculationRequested':'TIME_WINDOW','range':{'from':"
            + "'2026-01-15T08:00:00Z','to':'2026-01-15T08:00:00Z'}} | range.to",
        "UKC_PLAN | {'request':'00000000-0000-4000-8000-000000000001','windows':[],"
            + "'generated':'2026-01-15T05:00:00Z'} | -",
        "UKC_PLAN | {'request':'00000000-0000-4000-8000-000000000001',"
            + "'generated':'2026-01-15T05:00:00Z'} | windows",
        "UKC_PLAN | {'request':'00000000-0000-4000-8000-000000000001','windows':[],"
            + "'generated':'2026-01-15T05:00:00Z','controlPoints':[{'name':'Bar',"
            + "'passing':'2026-01-15T09:00:00Z'}]} | controlPoints[0].aboveLimitMetres",
        "UKC_PLAN | {'request':'00000000-0000-4000-8000-000000000001','windows':[],"
            + "'generated':'2026-01-15T05:00:00Z','controlPoints':[{'name':'Bar',"
            + "'passing':'2026-01-15T09:00:00Z','aboveLimitMetres':0.4,'latitudeDegrees':43}]}"
            + " | controlPoints[0].latitudeDegrees",
        "WITHHOLDING | {'withheld':null} | withheld",
        "WITHHOLDING | {'withheld':'PERSONS'} | withheld",
        "WITHHOLDING | {'withheld':['PERSONS','DG']} | withheld[1]",
        "WITHHOLDING | {'withheld':['PERSONS','PERSONS']} | withheld[1]",
        "VOYAGE | 17 | ``",
        "VOYAGE | {'vessel':'imo9876543','number':'12'} {} | ``",
        "VOYAGE | {'vessel' | ``",
        "PORT_CALL | {'vessel':'imo9876543','unlocode':'RUVVO','status':'REQUESTED'} | -",
        "PORT_CALL | {'vessel':'imo9876543','unlocode':'RUVVO','status':'requested'} | status",
        "PORT_CALL | {'vessel':'imo9876543','unlocode':'RU VVO','status':'DENIED'} | unlocode",
        "PORT_CALL | {'vessel':'imo9876543','unlocode':'RUVVO','status':'DENIED',"
            + "'reference':'RUVVO202600042'} | -",
        "PORT_CALL | {'vessel':'imo9876543','unlocode':'RUVVO','status':'DENIED',"
            + "'reference':'42'} | reference",
        "TIMESTAMP | {'event':'ARRIVAL','location':'BERTH','classifier':'EST',"
            + "'time':'2026-01-16T06:00:00Z','source':'VESSEL'} | -",
        "TIMESTAMP | {'event':'ARRIVAL','location':'BERTH','classifier':'EST',"
            + "'time':'2026-01-16T06:00:00+01:00','source':'VESSEL'} | time",
        "TIMESTAMP | {'event':'ARRIVAL','location':'BERTH','classifier':'EST',"
            + "'time':'2026-01-16','source':'VESSEL'} | time",
        "TIMESTAMP | {'event':'ARRIVAL','location':'BERTH','classifier':'EST',"
            + "'time':'2226-01-16T06:00:00Z','source':'VESSEL'} | time",
        "TIMESTAMP | {'event':'ARRIVAL','location':'BERTH','classifier':'ACT',"
            + "'time':'2026-01-15T06:05:00Z','source':'VESSEL'} | -",
        "TIMESTAMP | {'event':'ARRIVAL','location':'BERTH','classifier':'ACT',"
            + "'time':'2026-01-15T06:05:01Z','source':'VESSEL'} | time",
        "TIMESTAMP | {'event':'START','location':'BERTH','classifier':'EST',"
            + "'time':'2026-01-16T06:00:00Z','source':'VESSEL'} | service",
        "TIMESTAMP | {'event':'START','service':'PILOTAGE','location':'BERTH','classifier':'EST',"
            + "'time':'2026-01-16T06:00:00Z','source':'VESSEL'} | -",
        "TIMESTAMP | {'event':'ARRIVAL','location':'PORT','classifier':'EST',"
            + "'time':'2026-01-16T06:00:00Z','source':'VESSEL','origin':'LIVE'} | earliest",
        "DECLARATION | {'kind':'PERSONS','version':1,'state':'DRAFT','passengers':0,'crew':28} | -",
        "DECLARATION | {'kind':'PERSONS','version':1,'state':'DRAFT','crew':28} | passengers",
        "DECLARATION | {'kind':'PERSONS','version':1,'state':'DRAFT','passengers':-1,'crew':2}"
            + " | passengers",
        "DECLARATION | {'kind':'PERSONS','version':1,'state':'DRAFT','passengers':1.5,'crew':2}"
            + " | passengers",
        "DECLARATION | {'kind':'WASTE','version':1,'state':'DRAFT','crew':28} | passengers",
        "DECLARATION | {'kind':'WASTE','version':0,'state':'DRAFT'} | version",
        "DECLARATION | {'kind':'WASTE','version':1,'state':'SUPERSEDED'} | state",
        "DECLARATION | {'kind':'CARGO','version':1,'state':'DRAFT','units':12,"
            + "'declaredKilograms':250000} | -",
        "CARGO_UNIT | {'unitId':'А123ВС 25','type':'HGV'} | -",
        "CARGO_UNIT | {'unitId':'A','type':'HGV','declared':{'kilograms':0,'basis':'DRIVER'}}"
            + " | declared.kilograms",
        "CARGO_UNIT | {'unitId':'A','type':'HGV','declared':{'kilograms':1e7,'basis':'DRIVER'}}"
            + " | declared.kilograms",
        "CARGO_UNIT | {'unitId':'A','type':'HGV','declared':{'kilograms':1e999,'basis':'DRIVER'}}"
            + " | declared.kilograms",
        "CARGO_UNIT | {'unitId':'A','type':'HGV','declared':{'kilograms':20000}} | declared.basis",
        "CARGO_UNIT | {'unitId':'A','type':'HGV','declared':20000} | declared",
        "CARGO_UNIT | {'unitId':'A','type':'HGV','weighed':{'kilograms':20000,"
            + "'instrument':'WB1','at':'2026-01-15T07:00:00Z'}} | weighed.at",
        "DRAUGHT_RECORD | {'instant':'DEPARTURE','at':'2026-01-15T05:00:00Z','quality':'GOOD',"
            + "'draughtsMetres':{'forwardPort':4.868}} | -",
        "DRAUGHT_RECORD | {'instant':'DEPARTURE','at':'2026-01-15T05:00:00Z','quality':'GOOD',"
            + "'draughtsMetres':{'forwardPort':31}} | draughtsMetres.forwardPort",
        "DRAUGHT_RECORD | {'instant':'DEPARTURE','at':'2026-01-15T05:00:00Z','quality':'GOOD',"
            + "'draughtsMetres':{}} | draughtsMetres",
        "DRAUGHT_RECORD | {'instant':'DEPARTURE','at':'2026-01-15T05:00:00Z','quality':'GOOD'}"
            + " | draughtsMetres",
        "DRAUGHT_RECORD | {'instant':'DEPARTURE','at':'2026-01-15T05:00:00Z','quality':'INVALID',"
            + "'draughtsMetres':{'aftPort':5}} | quality",
        "DRAUGHT_RECORD | {'instant':'DEPARTURE','at':'2026-01-15T05:00:00Z','quality':'GOOD',"
            + "'draughtsMetres':{'aftPort':5},'marks':[{'mark':'W','side':'LEFT',"
            + "'verdict':'PASS'}]} | marks[0].side",
        "RECONCILIATION | {'baseline':'x','departure':'00000000-0000-0000-0000-000000000001'}"
            + " | baseline",
      })
  void whatABodyMaySay(RecordKind kind, String body, String wrong) {
    Body read = PortJson.read(kind, body.replace('\'', '"'), NOW);
    if (wrong.equals("-")) {
      assertThat(read).isInstanceOf(Body.Read.class);
    } else {
      assertThat(read).isInstanceOf(Body.Refused.class);
      assertThat(((Body.Refused) read).faults()).extracting(Fault::field).contains(wrong);
      assertThat(((Body.Refused) read).faults()).allSatisfy(PortJsonTest::isHelpful);
    }
  }

  private static void isHelpful(Fault fault) {
    assertThat(fault.detail()).isNotBlank().hasSizeLessThan(120);
    assertThat(fault.allowed()).isNotBlank();
  }

  @Test
  void everyFaultIsToldAtOnceWithWhatIsAllowed() {
    Body read =
        PortJson.read(
            RecordKind.DECLARATION,
            "{\"kind\":\"CARGO\",\"version\":0,\"state\":\"GONE\",\"units\":30000,\"colour\":1}",
            NOW);
    List<Fault> faults = ((Body.Refused) read).faults();
    assertThat(faults)
        .extracting(Fault::field)
        .containsExactly("version", "state", "units", "colour");
    assertThat(faults.get(0))
        .isEqualTo(new Fault("version", "0 is not allowed", "a whole number from 1 to 1000000"));
    assertThat(faults.get(3).allowed()).contains("declaredKilograms", "supersedes", "remark");
  }

  @Test
  void aBodyOfManyFaultsTellsABoundedNumber() {
    StringBuilder body = new StringBuilder("{");
    for (int i = 0; i < 10_000; i++) {
      body.append(i == 0 ? "" : ",").append("\"x").append(i).append("\":1");
    }
    Body read = PortJson.read(RecordKind.VOYAGE, body.append('}').toString(), NOW);
    assertThat(((Body.Refused) read).faults()).hasSize(Fields.MAX_FAULTS);
  }

  @Test
  void deepNestingIsRefusedAndNotFollowed() {
    String deep = "{\"vessel\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThat(PortJson.read(RecordKind.VOYAGE, deep, NOW)).isInstanceOf(Body.Refused.class);
  }

  @Test
  void theSameSaidInAnotherWayIsTheSame() {
    Body.Read one =
        unit(
            "{\"unitId\":\"A\",\"type\":\"CAR\",\"declared\":{\"kilograms\":1500,\"basis\":\"DRIVER\"}}");
    Body.Read other =
        unit(
            " {\"declared\": {\"basis\":\"DRIVER\",\"kilograms\":1.5e3},\n\"lane\":null,"
                + "\"type\":\"CAR\", \"unitId\":\"A\"}");
    assertThat(other).isEqualTo(one);
    assertThat(one.canonical())
        .isEqualTo(
            "{\"declared\":{\"basis\":\"DRIVER\",\"kilograms\":1500},\"type\":\"CAR\","
                + "\"unitId\":\"A\"}");
  }

  @Test
  void aMassThatNobodyGaveIsAbsent() {
    CargoUnit unit = (CargoUnit) unit("{\"unitId\":\"A\",\"type\":\"CAR\"}").record();
    assertThat(unit.declared()).isEmpty();
    assertThat(unit.weighed()).isEmpty();
  }

  private static Body.Read unit(String body) {
    return (Body.Read) PortJson.read(RecordKind.CARGO_UNIT, body, NOW);
  }
}
