// What every page must keep to, measured in the browser.

/** Text that is smaller than `least` CSS pixels, with its size. */
export function smallText(page, least) {
  return page.evaluate((pixels) => {
    const found = [];
    for (const element of document.body.querySelectorAll("*")) {
      const text = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== "");
      const box = element.getBoundingClientRect();
      if (text.length === 0 || box.width < 2 || box.height < 2) continue;
      const scale = element.ownerSVGElement ? element.ownerSVGElement.getScreenCTM().a : 1;
      const size = parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < pixels - 0.25) found.push(`${size.toFixed(1)} px: ${text[0].data.trim()}`);
    }
    return found;
  }, least);
}

/**
 * Text whose contrast is below WCAG 2.2 AA: 4.5, or 3 from 24 px (18.66 px bold) on. What is
 * struck or disabled is meant to step back and needs 3.
 */
export function faintText(page) {
  return page.evaluate(() => {
    const rgba = (text) => {
      const numbers = text.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
      if (text.startsWith("color(srgb")) return [...numbers.slice(0, 3).map((n) => n * 255), numbers[3] ?? 1];
      return [numbers[0], numbers[1], numbers[2], numbers[3] ?? 1];
    };
    const over = (top, ground) => top.slice(0, 3).map((n, i) => n * top[3] + ground[i] * (1 - top[3]));
    const luminance = (colour) => {
      const [r, g, b] = colour.map((n) => (n / 255 <= 0.04045 ? n / 255 / 12.92 : ((n / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
      const layers = [];
      for (let at = element; at; at = at.parentElement) layers.unshift(rgba(getComputedStyle(at).backgroundColor));
      return layers.reduce((below, layer) => over(layer, below), [255, 255, 255]);
    };
    const found = [];
    for (const element of document.body.querySelectorAll("*")) {
      const text = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== "");
      const box = element.getBoundingClientRect();
      if (text.length === 0 || box.width < 2 || box.height < 2) continue;
      const style = getComputedStyle(element);
      const behind = ground(element);
      const colour = over(rgba(element.ownerSVGElement ? style.fill : style.color), behind);
      const [light, dark] = [luminance(colour), luminance(behind)].sort((a, b) => b - a);
      const contrast = (light + 0.05) / (dark + 0.05);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const struck = style.textDecorationLine.includes("line-through");
      if (contrast < (large || struck ? 3 : 4.5)) found.push(`${contrast.toFixed(2)}: ${text[0].data.trim()}`);
    }
    return found;
  });
}

/** Digits in red, orange or yellow: colours that mean an alert, unreadable as text. */
export function alertColouredDigits(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll(".figure-digits, .card-figure, .position, .latest-value")]
      .filter((element) => {
        const [r, g, b] = getComputedStyle(element).color.match(/\d+/g).map(Number);
        const night = document.documentElement.dataset.obcTheme === "night";
        return r > 150 && b < 90 && r > g + 20 && !night;
      })
      .map((element) => element.textContent),
  );
}

/** What answers to a finger or a key; a region that scrolls does so wherever it is touched. */
export const INTERACTIVE =
  ':is(a[href], button, input, select, textarea, summary, [role="button"], [role="link"], [tabindex="0"]:not([role="region"]))';

/**
 * Targets that a thumb would miss: smaller than `least` pixels, or so covered or clipped that a
 * touch 2 pixels inside the middle of one of its edges reaches something else.
 */
export function smallTargets(page, selector, least) {
  return page.evaluate(([wanted, pixels]) => {
    const found = [];
    for (const target of document.querySelectorAll(wanted)) {
      if (target.offsetParent === null) continue;
      target.scrollIntoView({ block: "nearest" });
      const box = target.getBoundingClientRect();
      const name = target.getAttribute("aria-label") ?? (target.textContent || target.id || target.tagName);
      if (box.height < pixels - 0.5 || box.width < pixels - 0.5) found.push(`${Math.round(box.width)}x${Math.round(box.height)} ${name}`);
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const edges = { middle: [x, y], top: [x, box.top + 2], bottom: [x, box.bottom - 2], left: [box.left + 2, y], right: [box.right - 2, y] };
      for (const [edge, [atX, atY]] of Object.entries(edges)) {
        const reached = document.elementFromPoint(atX, atY);
        if (!reached || !(target.contains(reached) || reached.closest("label")?.contains(target))) {
          found.push(`${edge} of ${name} is ${reached ? `${reached.tagName} ${reached.className.baseVal ?? reached.className}` : "outside"}`);
        }
      }
    }
    return found;
  }, [selector, least]);
}

/** What sticks out of its card or of the window. */
export function overflowing(page) {
  return page.evaluate(() => {
    const found = [];
    const root = document.documentElement;
    const foot = document.querySelector("footer")?.getBoundingClientRect();
    if (foot && (Math.abs(foot.bottom - innerHeight) > 0.5 || foot.height > 0.1 * innerHeight)) found.push("the foot is not at the foot");
    if (root.scrollHeight > root.clientHeight || root.scrollWidth > root.clientWidth) found.push("the page scrolls");
    for (const card of document.querySelectorAll(".card")) {
      const frame = card.getBoundingClientRect();
      if (frame.bottom > innerHeight + 0.5 || frame.right > innerWidth + 0.5) found.push(`${card.className} leaves the window`);
      for (const inner of card.querySelectorAll("button, svg, span, h2, text")) {
        const box = inner.getBoundingClientRect();
        if (box.width === 0 || box.height === 0 || inner.closest(".alerts-space")) continue;
        const outside = box.bottom > frame.bottom + 1 || box.right > frame.right + 1 || box.left < frame.left - 1 || box.top < frame.top - 1;
        if (outside && !inner.closest("svg svg, svg g")) found.push(`${inner.className.baseVal ?? inner.className} of ${card.className}: ${inner.textContent}`);
      }
    }
    return found;
  });
}
