/// SHA-256 (FIPS 180-4), for the digests of the manifest.
///
/// Bytes may be added in any portions. Where the processor has instructions for it, they do the work. Else the rounds are written out with their constants, so that state and schedule stay in
/// registers.
package struct SHA256: Sendable {
  private var a: UInt32 = 0x6a09_e667
  private var b: UInt32 = 0xbb67_ae85
  private var c: UInt32 = 0x3c6e_f372
  private var d: UInt32 = 0xa54f_f53a
  private var e: UInt32 = 0x510e_527f
  private var f: UInt32 = 0x9b05_688c
  private var g: UInt32 = 0x1f83_d9ab
  private var h: UInt32 = 0x5be0_cd19
  /// Fewer than 64 bytes that wait for the rest of their block.
  private var waiting: [UInt8] = []
  private var count: UInt64 = 0
  /// Whether the rounds are the processor's own.
  private let isByProcessor: Bool

  package init() {
    self.init(byProcessor: SHA256Processor.isAtHand)
  }

  init(byProcessor: Bool) {
    isByProcessor = byProcessor && SHA256Processor.isAtHand
  }

  /// The digest of these bytes.
  package static func digest(_ bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// Adds bytes, after those that were added before.
  package mutating func update(_ bytes: [UInt8]) {
    count &+= UInt64(bytes.count)
    var offset = 0
    if !waiting.isEmpty {
      offset = min(64 - waiting.count, bytes.count)
      waiting += bytes[..<offset]
      if waiting.count < 64 { return }
      blocks(waiting, 0..<64)
      waiting.removeAll(keepingCapacity: true)
    }
    let end = bytes.count - (bytes.count - offset) % 64
    blocks(bytes, offset..<end)
    waiting += bytes[end...]
  }

  /// Takes whole blocks.
  private mutating func blocks(_ bytes: [UInt8], _ range: Range<Int>) {
    if isByProcessor {
      let state = SHA256Processor.state(SIMD8(a, b, c, d, e, f, g, h), after: bytes, range)
      (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
      return
    }
    var offset = range.lowerBound
    while offset < range.upperBound {
      block(bytes, offset)
      offset += 64
    }
  }

  /// The digest of all that was added; nothing may be added after it.
  package mutating func finish() -> Digest {
    let bits = count &* 8
    var end: [UInt8] = [0x80]
    end += Array(repeating: 0, count: (119 - waiting.count) % 64)
    for shift in 0..<8 { end.append(UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * shift))) }
    update(end)
    return Digest(
      first: UInt64(a) << 32 | UInt64(b), second: UInt64(c) << 32 | UInt64(d), third: UInt64(e) << 32 | UInt64(f),
      fourth: UInt64(g) << 32 | UInt64(h))
  }

  private mutating func block(_ bytes: [UInt8], _ offset: Int) {
    precondition(offset >= 0 && offset &+ 64 <= bytes.count)
    var w0 = word(bytes, offset + 0)
    var w1 = word(bytes, offset + 4)
    var w2 = word(bytes, offset + 8)
    var w3 = word(bytes, offset + 12)
    var w4 = word(bytes, offset + 16)
    var w5 = word(bytes, offset + 20)
    var w6 = word(bytes, offset + 24)
    var w7 = word(bytes, offset + 28)
    var w8 = word(bytes, offset + 32)
    var w9 = word(bytes, offset + 36)
    var w10 = word(bytes, offset + 40)
    var w11 = word(bytes, offset + 44)
    var w12 = word(bytes, offset + 48)
    var w13 = word(bytes, offset + 52)
    var w14 = word(bytes, offset + 56)
    var w15 = word(bytes, offset + 60)
    let (a0, b0, c0, d0, e0, f0, g0, h0) = (a, b, c, d, e, f, g, h)
    var (a, b, c, d, e, f, g, h) = (a, b, c, d, e, f, g, h)
    round(a, b, c, &d, e, f, g, &h, w0 &+ 0x428a_2f98)
    round(h, a, b, &c, d, e, f, &g, w1 &+ 0x7137_4491)
    round(g, h, a, &b, c, d, e, &f, w2 &+ 0xb5c0_fbcf)
    round(f, g, h, &a, b, c, d, &e, w3 &+ 0xe9b5_dba5)
    round(e, f, g, &h, a, b, c, &d, w4 &+ 0x3956_c25b)
    round(d, e, f, &g, h, a, b, &c, w5 &+ 0x59f1_11f1)
    round(c, d, e, &f, g, h, a, &b, w6 &+ 0x923f_82a4)
    round(b, c, d, &e, f, g, h, &a, w7 &+ 0xab1c_5ed5)
    round(a, b, c, &d, e, f, g, &h, w8 &+ 0xd807_aa98)
    round(h, a, b, &c, d, e, f, &g, w9 &+ 0x1283_5b01)
    round(g, h, a, &b, c, d, e, &f, w10 &+ 0x2431_85be)
    round(f, g, h, &a, b, c, d, &e, w11 &+ 0x550c_7dc3)
    round(e, f, g, &h, a, b, c, &d, w12 &+ 0x72be_5d74)
    round(d, e, f, &g, h, a, b, &c, w13 &+ 0x80de_b1fe)
    round(c, d, e, &f, g, h, a, &b, w14 &+ 0x9bdc_06a7)
    round(b, c, d, &e, f, g, h, &a, w15 &+ 0xc19b_f174)
    w0 = w0 &+ small0(w1) &+ w9 &+ small1(w14)
    round(a, b, c, &d, e, f, g, &h, w0 &+ 0xe49b_69c1)
    w1 = w1 &+ small0(w2) &+ w10 &+ small1(w15)
    round(h, a, b, &c, d, e, f, &g, w1 &+ 0xefbe_4786)
    w2 = w2 &+ small0(w3) &+ w11 &+ small1(w0)
    round(g, h, a, &b, c, d, e, &f, w2 &+ 0x0fc1_9dc6)
    w3 = w3 &+ small0(w4) &+ w12 &+ small1(w1)
    round(f, g, h, &a, b, c, d, &e, w3 &+ 0x240c_a1cc)
    w4 = w4 &+ small0(w5) &+ w13 &+ small1(w2)
    round(e, f, g, &h, a, b, c, &d, w4 &+ 0x2de9_2c6f)
    w5 = w5 &+ small0(w6) &+ w14 &+ small1(w3)
    round(d, e, f, &g, h, a, b, &c, w5 &+ 0x4a74_84aa)
    w6 = w6 &+ small0(w7) &+ w15 &+ small1(w4)
    round(c, d, e, &f, g, h, a, &b, w6 &+ 0x5cb0_a9dc)
    w7 = w7 &+ small0(w8) &+ w0 &+ small1(w5)
    round(b, c, d, &e, f, g, h, &a, w7 &+ 0x76f9_88da)
    w8 = w8 &+ small0(w9) &+ w1 &+ small1(w6)
    round(a, b, c, &d, e, f, g, &h, w8 &+ 0x983e_5152)
    w9 = w9 &+ small0(w10) &+ w2 &+ small1(w7)
    round(h, a, b, &c, d, e, f, &g, w9 &+ 0xa831_c66d)
    w10 = w10 &+ small0(w11) &+ w3 &+ small1(w8)
    round(g, h, a, &b, c, d, e, &f, w10 &+ 0xb003_27c8)
    w11 = w11 &+ small0(w12) &+ w4 &+ small1(w9)
    round(f, g, h, &a, b, c, d, &e, w11 &+ 0xbf59_7fc7)
    w12 = w12 &+ small0(w13) &+ w5 &+ small1(w10)
    round(e, f, g, &h, a, b, c, &d, w12 &+ 0xc6e0_0bf3)
    w13 = w13 &+ small0(w14) &+ w6 &+ small1(w11)
    round(d, e, f, &g, h, a, b, &c, w13 &+ 0xd5a7_9147)
    w14 = w14 &+ small0(w15) &+ w7 &+ small1(w12)
    round(c, d, e, &f, g, h, a, &b, w14 &+ 0x06ca_6351)
    w15 = w15 &+ small0(w0) &+ w8 &+ small1(w13)
    round(b, c, d, &e, f, g, h, &a, w15 &+ 0x1429_2967)
    w0 = w0 &+ small0(w1) &+ w9 &+ small1(w14)
    round(a, b, c, &d, e, f, g, &h, w0 &+ 0x27b7_0a85)
    w1 = w1 &+ small0(w2) &+ w10 &+ small1(w15)
    round(h, a, b, &c, d, e, f, &g, w1 &+ 0x2e1b_2138)
    w2 = w2 &+ small0(w3) &+ w11 &+ small1(w0)
    round(g, h, a, &b, c, d, e, &f, w2 &+ 0x4d2c_6dfc)
    w3 = w3 &+ small0(w4) &+ w12 &+ small1(w1)
    round(f, g, h, &a, b, c, d, &e, w3 &+ 0x5338_0d13)
    w4 = w4 &+ small0(w5) &+ w13 &+ small1(w2)
    round(e, f, g, &h, a, b, c, &d, w4 &+ 0x650a_7354)
    w5 = w5 &+ small0(w6) &+ w14 &+ small1(w3)
    round(d, e, f, &g, h, a, b, &c, w5 &+ 0x766a_0abb)
    w6 = w6 &+ small0(w7) &+ w15 &+ small1(w4)
    round(c, d, e, &f, g, h, a, &b, w6 &+ 0x81c2_c92e)
    w7 = w7 &+ small0(w8) &+ w0 &+ small1(w5)
    round(b, c, d, &e, f, g, h, &a, w7 &+ 0x9272_2c85)
    w8 = w8 &+ small0(w9) &+ w1 &+ small1(w6)
    round(a, b, c, &d, e, f, g, &h, w8 &+ 0xa2bf_e8a1)
    w9 = w9 &+ small0(w10) &+ w2 &+ small1(w7)
    round(h, a, b, &c, d, e, f, &g, w9 &+ 0xa81a_664b)
    w10 = w10 &+ small0(w11) &+ w3 &+ small1(w8)
    round(g, h, a, &b, c, d, e, &f, w10 &+ 0xc24b_8b70)
    w11 = w11 &+ small0(w12) &+ w4 &+ small1(w9)
    round(f, g, h, &a, b, c, d, &e, w11 &+ 0xc76c_51a3)
    w12 = w12 &+ small0(w13) &+ w5 &+ small1(w10)
    round(e, f, g, &h, a, b, c, &d, w12 &+ 0xd192_e819)
    w13 = w13 &+ small0(w14) &+ w6 &+ small1(w11)
    round(d, e, f, &g, h, a, b, &c, w13 &+ 0xd699_0624)
    w14 = w14 &+ small0(w15) &+ w7 &+ small1(w12)
    round(c, d, e, &f, g, h, a, &b, w14 &+ 0xf40e_3585)
    w15 = w15 &+ small0(w0) &+ w8 &+ small1(w13)
    round(b, c, d, &e, f, g, h, &a, w15 &+ 0x106a_a070)
    w0 = w0 &+ small0(w1) &+ w9 &+ small1(w14)
    round(a, b, c, &d, e, f, g, &h, w0 &+ 0x19a4_c116)
    w1 = w1 &+ small0(w2) &+ w10 &+ small1(w15)
    round(h, a, b, &c, d, e, f, &g, w1 &+ 0x1e37_6c08)
    w2 = w2 &+ small0(w3) &+ w11 &+ small1(w0)
    round(g, h, a, &b, c, d, e, &f, w2 &+ 0x2748_774c)
    w3 = w3 &+ small0(w4) &+ w12 &+ small1(w1)
    round(f, g, h, &a, b, c, d, &e, w3 &+ 0x34b0_bcb5)
    w4 = w4 &+ small0(w5) &+ w13 &+ small1(w2)
    round(e, f, g, &h, a, b, c, &d, w4 &+ 0x391c_0cb3)
    w5 = w5 &+ small0(w6) &+ w14 &+ small1(w3)
    round(d, e, f, &g, h, a, b, &c, w5 &+ 0x4ed8_aa4a)
    w6 = w6 &+ small0(w7) &+ w15 &+ small1(w4)
    round(c, d, e, &f, g, h, a, &b, w6 &+ 0x5b9c_ca4f)
    w7 = w7 &+ small0(w8) &+ w0 &+ small1(w5)
    round(b, c, d, &e, f, g, h, &a, w7 &+ 0x682e_6ff3)
    w8 = w8 &+ small0(w9) &+ w1 &+ small1(w6)
    round(a, b, c, &d, e, f, g, &h, w8 &+ 0x748f_82ee)
    w9 = w9 &+ small0(w10) &+ w2 &+ small1(w7)
    round(h, a, b, &c, d, e, f, &g, w9 &+ 0x78a5_636f)
    w10 = w10 &+ small0(w11) &+ w3 &+ small1(w8)
    round(g, h, a, &b, c, d, e, &f, w10 &+ 0x84c8_7814)
    w11 = w11 &+ small0(w12) &+ w4 &+ small1(w9)
    round(f, g, h, &a, b, c, d, &e, w11 &+ 0x8cc7_0208)
    w12 = w12 &+ small0(w13) &+ w5 &+ small1(w10)
    round(e, f, g, &h, a, b, c, &d, w12 &+ 0x90be_fffa)
    w13 = w13 &+ small0(w14) &+ w6 &+ small1(w11)
    round(d, e, f, &g, h, a, b, &c, w13 &+ 0xa450_6ceb)
    w14 = w14 &+ small0(w15) &+ w7 &+ small1(w12)
    round(c, d, e, &f, g, h, a, &b, w14 &+ 0xbef9_a3f7)
    w15 = w15 &+ small0(w0) &+ w8 &+ small1(w13)
    round(b, c, d, &e, f, g, h, &a, w15 &+ 0xc671_78f2)
    (self.a, self.b, self.c, self.d) = (a0 &+ a, b0 &+ b, c0 &+ c, d0 &+ d)
    (self.e, self.f, self.g, self.h) = (e0 &+ e, f0 &+ f, g0 &+ g, h0 &+ h)
  }
}

/// A SHA-256 digest.
package struct Digest: Sendable, Hashable {
  let first: UInt64
  let second: UInt64
  let third: UInt64
  let fourth: UInt64

  /// The 32 bytes, as the standard orders them.
  package var bytes: [UInt8] {
    [first, second, third, fourth].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) } }
  }

  /// 64 hexadecimal digits, lower case.
  package var hex: String {
    Digits.hex(first) + Digits.hex(second) + Digits.hex(third) + Digits.hex(fourth)
  }
}

extension Digest {
  /// Reads 64 hexadecimal digits.
  init?(hex: some RandomAccessCollection<UInt8>) {
    guard hex.count == 64 else { return nil }
    func part(_ number: Int) -> UInt64? { Digits.word(in: hex.dropFirst(16 * number).prefix(16)) }
    guard let first = part(0), let second = part(1), let third = part(2), let fourth = part(3) else { return nil }
    self.init(first: first, second: second, third: third, fourth: fourth)
  }
}

// MARK: - The functions of the standard

@inline(__always) private func word(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
  UInt32(bytes[offset]) << 24 | UInt32(bytes[offset + 1]) << 16 | UInt32(bytes[offset + 2]) << 8 | UInt32(bytes[offset + 3])
}

@inline(__always) private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word &>> count | word &<< (32 &- count)
}

@inline(__always) private func small0(_ word: UInt32) -> UInt32 {
  rotate(word, 7) ^ rotate(word, 18) ^ word &>> 3
}

@inline(__always) private func small1(_ word: UInt32) -> UInt32 {
  rotate(word, 17) ^ rotate(word, 19) ^ word &>> 10
}

/// One round; the letters are the standard's, and the caller turns them round instead of moving them.
@inline(__always) private func round(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
) {
  let first = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ (g ^ e & (f ^ g)) &+ word
  d = d &+ first
  h = first &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ (a & b | c & (a | b))
}
