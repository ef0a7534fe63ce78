// 验算：找一个数，使“题目:数”的 SHA-256 以若干个零位开头。一次算三十毫秒，歇一歇再算，页面照常能用；没有脚本的，等一等照样能交。
(function () {
  "use strict";
  function solver() {
    var K = [], i, n, c = 2;
    for (i = 0; i < 64; c++) {
      for (n = 2; n * n <= c && c % n; n++);
      if (n * n > c) K[i++] = (Math.pow(c, 1 / 3) % 1 * 4294967296) | 0;
    }
    var W = new Int32Array(64);
    function block(H, M, at) {
      var a = H[0], b = H[1], d = H[2], e = H[3], f = H[4], g = H[5], h = H[6], k = H[7], t, x, y;
      for (t = 0; t < 64; t++) {
        if (t < 16) {
          W[t] = (M[at + 4 * t] << 24) | (M[at + 4 * t + 1] << 16) | (M[at + 4 * t + 2] << 8) | M[at + 4 * t + 3];
        } else {
          x = W[t - 15]; y = W[t - 2];
          W[t] = (W[t - 16] + W[t - 7]
            + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ (x >>> 3))
            + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ (y >>> 10))) | 0;
        }
        x = (k + ((f >>> 6 | f << 26) ^ (f >>> 11 | f << 21) ^ (f >>> 25 | f << 7)) + ((f & g) ^ (~f & h)) + K[t] + W[t]) | 0;
        y = (((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + ((a & b) ^ (a & d) ^ (b & d))) | 0;
        k = h; h = g; g = f; f = (e + x) | 0; e = d; d = b; b = a; a = (x + y) | 0;
      }
      H[0] += a; H[1] += b; H[2] += d; H[3] += e; H[4] += f; H[5] += g; H[6] += h; H[7] += k;
    }
    // 前面不变的整块只算一次
    return function (fixed) {
      var M = new Uint8Array(((fixed.length + 84) >> 6) << 6), whole = fixed.length >> 6 << 6, i;
      var first = new Int32Array([0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]);
      var H = new Int32Array(8), length = new DataView(M.buffer);
      for (i = 0; i < fixed.length; i++) M[i] = fixed.charCodeAt(i);
      for (i = 0; i < whole; i += 64) block(first, M, i);
      return function (counter) {
        var text = String(counter), end = fixed.length + text.length, last = ((end + 72) >> 6) << 6, i;
        for (i = 0; i < text.length; i++) M[fixed.length + i] = text.charCodeAt(i);
        M.fill(0, end);
        M[end] = 128;
        length.setUint32(last - 4, end * 8);
        H.set(first);
        for (i = whole; i < last; i += 64) block(H, M, i);
        return H[0] ? Math.clz32(H[0]) : 32 + Math.clz32(H[1]);
      };
    };
  }
  function start() {
    var field = document.querySelector("input[data-challenge]");
    if (!field) return;
    var challenge = field.dataset.challenge, bits = Number(field.dataset.bits), counter = 0;
    var zeros = solver()(challenge + ":");
    var said = document.getElementById("proof");
    if (said) said.textContent = field.dataset.working;
    function some() {
      var end = Date.now() + 30;
      do {
        if (zeros(counter) >= bits) {
          field.value = challenge + ":" + counter;
          if (said) said.textContent = field.dataset.done;
          return;
        }
        counter++;
      } while (Date.now() < end);
      window.setTimeout(some, 0);
    }
    some();
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
