/** Reads the land of a quantised TopoJSON as rings of latitude and longitude. */

export interface Topology {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: { land: { geometries: { type: string; arcs: number[][][] }[] } };
}

export type Ring = [latitude: number, longitude: number][];

/** Polygons, each with its outer ring first and the lakes after it. */
export function land(topology: Topology): Ring[][] {
  const arcs = topology.arcs.map((arc) => decoded(arc, topology.transform));
  return topology.objects.land.geometries.flatMap((geometry) =>
    geometry.arcs.map((polygon) => polygon.map((ring) => joined(ring, arcs))),
  );
}

/** Differences in whole steps, longitude first. */
function decoded(arc: [number, number][], { scale, translate }: Topology["transform"]): Ring {
  let x = 0;
  let y = 0;
  return arc.map(([east, north]) => {
    x += east;
    y += north;
    return [y * scale[1] + translate[1], x * scale[0] + translate[0]];
  });
}

/** Arcs end to end; a number below zero is the arc of its complement, backwards. */
function joined(numbers: number[], arcs: Ring[]): Ring {
  const ring: Ring = [];
  for (const number of numbers) {
    const arc = number < 0 ? [...(arcs[~number] ?? [])].reverse() : (arcs[number] ?? []);
    ring.push(...(ring.length === 0 ? arc : arc.slice(1)));
  }
  return ring;
}
