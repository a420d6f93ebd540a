// Stands before the shell's script: judges what a site asks of the page, so that the shell uses nothing unjudged.

// Everything a site may ask for, with "" for what it does not ask for and for what is not fit. Each unfit attribute
// is named in one warning, for whoever builds the site.
const judgeSite = (ask, known) => {
  const take = (name, allowed, fit) => {
    const value = (ask(name) ?? "").trim().replace(/\s+/g, " ");
    const fitting = value && fit(value);
    if (value && fitting !== value) {
      console.warn(`care-check: ${name} is ${JSON.stringify(value.slice(0, 60))}; allowed: ${allowed}`);
    }
    return fitting || "";
  };
  const oneOf = (values) => (value) => values.includes(value) && value;

  const digits = (text) => text.replace(/\D/g, "");
  // A number that people are told to call in danger is not a site's to give: neither it nor one that dials it first.
  const poses = (phone) =>
    known.numbers.some((number) =>
      number.length < 7
        ? !phone.startsWith("+") && digits(phone).startsWith(number)
        : digits(phone).endsWith(number.slice(-8))
    );
  const namesNumber = (name) => (name.match(/\d[\d .()-]*/g) ?? []).some((run) => known.numbers.includes(digits(run)));

  const isName = (name) =>
    name.length <= 60 && /^[\p{L}\p{M}\p{N} .,'’&()/-]*\p{L}[\p{L}\p{M}\p{N} .,'’&()/-]*$/u.test(name);
  const isPhone = (phone) =>
    phone.length <= 24 && /^\+?[\d(][\d ().-]*$/.test(phone) && /^\d{6,15}$/.test(digits(phone));
  const isAddress = (address) => {
    try {
      const { protocol, username, password, hostname } = new URL(address);
      return address.length <= 300 && protocol === "https:" && !username && !password && hostname.includes(".");
    } catch {
      return false;
    }
  };

  const themes = ["light", "dark", "auto"];
  const site = {
    lang: take("lang", known.langs.join(", "), (tag) => known.langs.includes(tag.split("-")[0]) && tag),
    region: take("region", known.regions.join(", "), oneOf(known.regions)),
    theme: take("theme", themes.join(", "), oneOf(themes)),
    accent: take("accent", "a dark colour such as #0b5f58, on which white text can be read", (hex) => isAccent(hex) && hex),
  };
  if (!known.framed) return site;
  return {
    ...site,
    offers: take("offers", known.levels.join(" "), (list) =>
      list.split(" ").filter((id) => known.levels.includes(id)).join(" ")),
    name: take("centre-name", "a name of at most 60 letters, without a helpline's number", (name) =>
      isName(name) && !namesNumber(name) && name),
    phone: take("centre-phone", "a telephone number of 6 to 15 digits that is no emergency number or helpline", (phone) =>
      isPhone(phone) && !poses(phone) && phone),
    url: take("centre-url", "an address with https", (address) => isAddress(address) && address),
  };
};

// Light and dark grounds of assets/tokens.css, and what is written on the accent in the dark.
const LIGHT_GROUND = "#f4f6f5";
const DARK_SURFACE = "#172524";
const ON_DARK_ACCENT = "#08211e";
const READABLE = 4.5;

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const mixed = (hex, other, part) => {
  const to = channels(other);
  const mix = channels(hex).map((from, at) => Math.round(from + (to[at] - from) * part));
  return "#" + mix.map((channel) => channel.toString(16).padStart(2, "0")).join("");
};
// Contrast as the Web Content Accessibility Guidelines define it.
const luminance = (hex) => {
  const [red, green, blue] = channels(hex).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

// No colour can be read on both a light and a dark ground, so a site gives the one for light pages.
const isAccent = (hex) => /^#[0-9a-f]{6}$/i.test(hex) && contrast(hex, LIGHT_GROUND) >= READABLE;

// The accent, a stronger one for texts, and a wash for grounds, as assets/tokens.css writes them.
const accentColours = (hex) => {
  let dark = hex;
  for (let step = 1; Math.min(contrast(dark, DARK_SURFACE), contrast(dark, ON_DARK_ACCENT)) < READABLE + 1; step++) {
    dark = mixed(hex, "#ffffff", step / 20);
  }
  const both = (onLight, onDark) => `var(--light, ${onLight}) var(--dark, ${onDark})`;
  return [
    both(hex, dark),
    both(mixed(hex, "#000000", 0.25), mixed(dark, "#ffffff", 0.35)),
    both(mixed(hex, "#ffffff", 0.9), mixed(dark, DARK_SURFACE, 0.85)),
  ];
};
