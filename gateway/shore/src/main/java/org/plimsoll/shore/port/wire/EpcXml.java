package org.plimsoll.shore.port.wire;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.plimsoll.shore.port.CallReport;
import org.plimsoll.shore.port.DraughtRecord;
import org.plimsoll.shore.port.Timestamp;
import org.plimsoll.telemetry.VesselId;

/**
 * A call as an electronic port clearance message of ISO 28005: the elements that are known here, in
 * the order of their names. Draughts are in metres with one decimal, as reporting systems take them
 * (GOFREP, designator O). What nobody measured is left out; so is what the ship withholds, and that
 * is said. Stateless.
 */
public final class EpcXml {

  private static final String NAMESPACE = "http://www.iso.org/28005-2";
  private static final String IMO = "imo";
  private static final String MMSI = "mmsi";

  private EpcXml() {}

  /** Writes it. */
  public static String of(CallReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("epc", "EPCMessage", NAMESPACE);
      xml.writeNamespace("epc", NAMESPACE);
      xml.writeStartElement("EPCMessageHeader");
      leaf(xml, "SentTime", report.received().toString());
      xml.writeEndElement();
      body(xml, report);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory can be written", e);
    }
    return text.toString();
  }

  private static void body(XMLStreamWriter xml, CallReport report) throws XMLStreamException {
    xml.writeStartElement("EPCRequestBody");
    draughts(xml, "ArrivalDraught", report.arrivalDraughts());
    draughts(xml, "DepartureDraught", report.departureDraughts());
    if (!report.withheld().isEmpty()) {
      String whats = new TreeSet<>(report.withheld()).toString().replaceAll("[\\[\\]]", "");
      leaf(xml, "GeneralRemark", "Withheld by the ship: " + whats);
    }
    port(xml, "PortOfArrival", "ArrivalTime", report.arrival(), report.call().unlocode());
    port(xml, "PortOfDeparture", "DepartureTime", report.departure(), report.call().unlocode());
    ship(xml, report.call().vessel());
    Optional<String> voyage = report.call().voyageIn().or(() -> report.call().voyageOut());
    if (voyage.isPresent()) {
      leaf(xml, "VoyageNumber", voyage.get());
    }
    xml.writeEndElement();
  }

  private static void draughts(XMLStreamWriter xml, String name, DraughtRecord.Draughts draughts)
      throws XMLStreamException {
    if (draughts.isEmpty()) {
      return;
    }
    xml.writeStartElement(name);
    metres(xml, "ForeDraught", draughts.forward());
    metres(xml, "MidShipDraught", draughts.midship());
    metres(xml, "AftDraught", draughts.aft());
    xml.writeEndElement();
  }

  private static void metres(XMLStreamWriter xml, String name, OptionalDouble metres)
      throws XMLStreamException {
    if (metres.isPresent()) {
      BigDecimal exact = BigDecimal.valueOf(metres.getAsDouble());
      leaf(xml, name, exact.setScale(1, RoundingMode.HALF_UP).toPlainString());
    }
  }

  private static void port(
      XMLStreamWriter xml, String port, String time, Optional<Timestamp> when, String unlocode)
      throws XMLStreamException {
    if (when.isEmpty()) {
      return;
    }
    xml.writeStartElement(port);
    xml.writeStartElement(time);
    leaf(xml, "DateTime", when.get().time().toString());
    leaf(xml, "TimeType", type(when.get().classifier()));
    xml.writeEndElement();
    xml.writeStartElement("Location");
    leaf(xml, "UNLoCode", unlocode);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String type(Timestamp.Classifier classifier) {
    return switch (classifier) {
      case EST, PLN -> "Estimated";
      case REQ -> "Requested";
      case ACT -> "Actual";
    };
  }

  private static void ship(XMLStreamWriter xml, VesselId vessel) throws XMLStreamException {
    xml.writeStartElement("ShipID");
    if (vessel.text().startsWith(IMO)) {
      leaf(xml, "IMONumber", vessel.text().substring(IMO.length()));
    } else {
      leaf(xml, "MMSINumber", vessel.text().substring(MMSI.length()));
    }
    xml.writeEndElement();
  }

  private static void leaf(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
