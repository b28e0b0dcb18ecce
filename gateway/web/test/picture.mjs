// What a screenshot says of its pixels.

/**
 * The greatest and the mean relative luminance (WCAG 2.2) of a picture, 0 to 1, with the place of
 * the brightest pixel.
 *
 * @param page a page without a content security policy, such as about:blank
 */
export function luminance(page, png) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    const linear = Float64Array.from({ length: 256 }, (_, value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    let most = -1;
    let at = 0;
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) {
      const light = 0.2126 * linear[data[i]] + 0.7152 * linear[data[i + 1]] + 0.0722 * linear[data[i + 2]];
      sum += light;
      if (light > most) [most, at] = [light, i / 4];
    }
    return { most, mean: sum / (data.length / 4), x: at % picture.width, y: Math.floor(at / picture.width) };
  }, png.toString("base64"));
}
