/// The words of a value of BibTeX, without TeX: accents and signs become letters, braces go, and commands that are not known are told.
struct LaTeXText {
  private(set) var text = ""
  /// Commands that are not known, each once, as they are typed.
  private(set) var unknown: [String] = []

  private let scalars: [Unicode.Scalar]
  private var offset = 0

  init(_ raw: String) {
    scalars = Array(raw.unicodeScalars)
    while let scalar = peek() {
      offset += 1
      switch scalar {
      case "{", "}": continue
      case "~": text += "\u{A0}"
      case "$": note("$")
      case "\\": command()
      case "-" where peek() == "-":
        offset += 1
        if peek() == "-" {
          offset += 1
          text += "—"
        } else {
          text += "–"
        }
      case "`" where peek() == "`":
        offset += 1
        text += "“"
      case "'" where peek() == "'":
        offset += 1
        text += "”"
      case "`": text += "‘"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private func peek() -> Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  private mutating func note(_ command: String) {
    if unknown.count < 20, !unknown.contains(command) { unknown.append(command) }
  }

  /// Behind a backslash.
  private mutating func command() {
    guard let first = peek() else { return }
    guard first.isASCIILetter else {
      offset += 1
      switch first {
      case "&", "%", "$", "#", "_", "{", "}": text.unicodeScalars.append(first)
      case "'", "`", "\"", "^", "~", "=", ".": accent(first)
      case "\\", " ", "\n", "\t", ",", ";", ":": text += " "
      case "-", "/", "!": break
      default: note("\\\(first)")
      }
      return
    }
    var name = ""
    while let scalar = peek(), scalar.isASCIILetter {
      name.unicodeScalars.append(scalar)
      offset += 1
    }
    if let accentMark = Self.letterAccents[name] {
      skipSpaces()
      accent(accentMark)
      return
    }
    if let sign = Self.signs[name] {
      text += sign
      // TeX takes the spaces behind a command's name.
      skipSpaces()
    } else if name == "href" {
      skipGroup()
    } else if !Self.silent.contains(name) {
      note("\\" + name)
      skipSpaces()
    } else {
      skipSpaces()
    }
  }

  private mutating func skipSpaces() {
    while let scalar = peek(), scalar == " " || scalar == "\n" || scalar == "\t" { offset += 1 }
  }

  /// Passes a group in braces.
  private mutating func skipGroup() {
    skipSpaces()
    guard peek() == "{" else { return }
    var depth = 0
    while let scalar = peek() {
      offset += 1
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      if depth == 0 { return }
    }
  }

  /// The letter that follows, with or without braces, gets an accent.
  private mutating func accent(_ mark: Unicode.Scalar) {
    while let scalar = peek(), scalar == "{" || scalar == " " { offset += 1 }
    guard var letter = peek() else { return }
    offset += 1
    if letter == "\\", let dotless = peek(), dotless == "i" || dotless == "j" {
      letter = dotless
      offset += 1
    }
    if let row = Self.accents[mark], let place = row.plain.firstIndex(of: letter) {
      text.unicodeScalars.append(row.accented[place])
    } else {
      text.unicodeScalars.append(letter)
      note("\\\(mark)\(letter)")
    }
  }

  // MARK: Tables

  /// Accents that are named by a letter.
  private static let letterAccents: [String: Unicode.Scalar] = [
    "v": "v", "c": "c", "u": "u", "H": "H", "k": "k", "r": "r", "d": "d", "b": "b",
  ]

  private static let accents: [Unicode.Scalar: (plain: [Unicode.Scalar], accented: [Unicode.Scalar])] = {
    let rows: [(Unicode.Scalar, String, String)] = [
      ("'", "AEIOUYaeiouyCcLlNnRrSsZzGg", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǴǵ"), ("`", "AEIOUaeiouNn", "ÀÈÌÒÙàèìòùǸǹ"),
      ("\"", "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"), ("^", "AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
      ("~", "ANOIUanoiu", "ÃÑÕĨŨãñõĩũ"), ("=", "AEIOUaeiou", "ĀĒĪŌŪāēīōū"), (".", "CcEeGgIZz", "ĊċĖėĠġİŻż"),
      ("v", "CcDdEeLlNnRrSsTtZz", "ČčĎďĚěĽľŇňŘřŠšŤťŽž"), ("c", "CcGgKkLlNnRrSsTt", "ÇçĢģĶķĻļŅņŖŗŞşŢţ"),
      ("u", "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
      ("H", "OoUu", "ŐőŰű"), ("k", "AaEeIiUu", "ĄąĘęĮįŲų"), ("r", "AaUu", "ÅåŮů"),
      ("d", "AaEeHhIiLlNnOoRrSsTtUu", "ẠạẸẹḤḥỊịḶḷṆṇỌọṚṛṢṣṬṭỤụ"),
    ]
    var table: [Unicode.Scalar: (plain: [Unicode.Scalar], accented: [Unicode.Scalar])] = [:]
    for (mark, plain, accented) in rows { table[mark] = (Array(plain.unicodeScalars), Array(accented.unicodeScalars)) }
    return table
  }()

  private static let signs: [String: String] = [
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ",
    "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "ldots": "…", "dots": "…", "textellipsis": "…",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "textquotesingle": "'", "guillemotleft": "«", "guillemotright": "»", "quotedblbase": "„", "quotesinglbase": "‚", "textasciitilde": "~",
    "textasciicircum": "^", "textbackslash": "\\", "textbar": "|", "textless": "<", "textgreater": ">", "textunderscore": "_",
    "texteuro": "€",
    "euro": "€", "pounds": "£", "S": "§", "P": "¶", "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
    "textdegree": "°", "degree": "°", "textperiodcentered": "·", "textbullet": "•", "textexclamdown": "¡", "textquestiondown": "¿",
    "quad": " ", "qquad": " ", "newline": " ", "par": " ", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX",
  ]

  /// Commands that only say how words look.
  private static let silent: Set<String> = [
    "emph", "textit", "textbf", "textsc", "texttt", "textrm", "textsf", "textsl", "textup", "textmd", "textnormal", "em", "it", "bf", "sc",
    "tt", "rm", "sl", "sf", "url", "path", "mbox", "text", "uppercase", "lowercase", "MakeUppercase", "relax", "protect", "noopsort",
    "selectlanguage", "bibinfo", "natexlab", "textsuperscript", "textsubscript", "enquote", "mkbibquote", "mkbibemph", "nolinkurl",
    "hyphenation",
  ]
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
