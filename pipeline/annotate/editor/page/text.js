// Offsets of the files count code points, those of the browser UTF-16 units: only here one becomes the other.

export class Text {
  constructor(string) {
    this.points = Array.from(string);
  }

  slice(start, end) {
    return this.points.slice(start, end).join("");
  }
}

/** Code points before a caret that stands `units` into a string. */
export function pointsBefore(string, units) {
  return Array.from(string.slice(0, units)).length;
}

/** The string on one line, each unit in its place: a textarea would make one of the two of a Windows line break. */
export function oneLine(string) {
  return string.replace(/[\r\n\v\f\u0085\u2028\u2029]/g, " ");
}
