//! Pictures with few colours, so that a folder of them is small enough to keep beside the code.
//!
//! A screen of plain areas and letters has a handful of colours and many shades between them. Sixteen of them are
//! enough to judge type, spacing and contrast by eye; colours are measured elsewhere.

use std::collections::BTreeMap;
use std::ops::Range;

type Colour = [u8; 3];

/// As many as four bits can name.
const COLOURS: usize = 16;

/// Shades nearer to each other than this (the square of their distance) count as one.
const NEAR: i32 = 60 * 60;

/// What covers at least this part of a picture is an area and keeps its colour.
const AREA: usize = 400;

/// How light the pixels of a picture are.
pub struct Greys {
    width: usize,
    greys: Vec<u8>,
}

impl Greys {
    pub fn of(picture: &[u8]) -> Self {
        let (width, _, pixels) = decoded(picture);
        // The eye takes most of a light from its green.
        let grey = |[red, green, blue]: &Colour| {
            ((u32::from(*red) * 2 + u32::from(*green) * 7 + u32::from(*blue)) / 10).min(255) as u8
        };
        Self { width: width as usize, greys: pixels.iter().map(grey).collect() }
    }

    /// The pixels of a part of it.
    pub fn within(&self, columns: Range<usize>, rows: Range<usize>) -> impl Iterator<Item = u8> {
        rows.flat_map(move |row| {
            let row = self.greys.chunks(self.width).nth(row).unwrap_or_default();
            row.iter().skip(columns.start).take(columns.len()).copied()
        })
    }
}

/// The same picture with at most sixteen colours.
pub fn with_few_colours(picture: &[u8]) -> Vec<u8> {
    let (width, height, pixels) = decoded(picture);
    let palette = palette(&pixels);
    let mut known: BTreeMap<Colour, u8> = BTreeMap::new();
    let mut rows = Vec::new();
    for row in pixels.chunks(width as usize) {
        let places = row.iter().map(|colour| *known.entry(*colour).or_insert_with(|| nearest(&palette, *colour)));
        let places: Vec<u8> = places.collect();
        rows.extend(places.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)));
    }
    encoded(width, height, palette.concat(), &rows)
}

fn decoded(picture: &[u8]) -> (u32, u32, Vec<Colour>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().expect("the browser gives a picture");
    let mut bytes = vec![0; reader.output_buffer_size().expect("the picture fits into memory")];
    let info = reader.next_frame(&mut bytes).expect("the picture is whole");
    let samples = info.color_type.samples();
    assert!(samples >= 3, "the browser gives pictures in colour");
    let pixels = bytes[..info.buffer_size()].chunks(samples).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    (info.width, info.height, pixels)
}

/// The colours that cover most, none of them near another.
fn palette(pixels: &[Colour]) -> Vec<Colour> {
    let mut counts: BTreeMap<Colour, u32> = BTreeMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut by_count: Vec<(u32, Colour)> = counts.into_iter().map(|(colour, count)| (count, colour)).collect();
    by_count.sort_unstable_by(|a, b| b.cmp(a));
    let mut palette: Vec<Colour> = Vec::new();
    for (count, colour) in by_count {
        let is_area = count as usize * AREA >= pixels.len();
        if is_area || palette.iter().all(|known| distance(*known, colour) >= NEAR) {
            palette.push(colour);
        }
        if palette.len() == COLOURS {
            break;
        }
    }
    palette
}

fn distance(one: Colour, other: Colour) -> i32 {
    one.iter().zip(other).map(|(a, b)| (i32::from(*a) - i32::from(b)).pow(2)).sum()
}

fn nearest(palette: &[Colour], colour: Colour) -> u8 {
    let by_distance = palette.iter().zip(0..).min_by_key(|(known, _)| distance(**known, colour));
    by_distance.map_or(0, |(_, place)| place)
}

fn encoded(width: u32, height: u32, palette: Vec<u8>, rows: &[u8]) -> Vec<u8> {
    let mut picture = Vec::new();
    let mut encoder = png::Encoder::new(&mut picture, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(palette);
    encoder.set_compression(png::Compression::High);
    // Places in a palette have no neighbours, so nothing is foretold from the pixel beside.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().expect("a picture in memory can be written");
    writer.write_image_data(rows).expect("the rows are whole");
    writer.finish().expect("a picture in memory can be written");
    picture
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_few_colours_stays_as_it_is() {
        let palette = [[0, 0, 0], [255, 255, 255], [200, 20, 20]];
        // Three wide, so that the last half of a byte in each row is empty.
        let rows = [0x01, 0x20, 0x21, 0x00];
        let picture = encoded(3, 2, palette.concat(), &rows);
        let (width, height, pixels) = decoded(&with_few_colours(&picture));
        let expected: Vec<Colour> = [0, 1, 2, 2, 1, 0].iter().map(|place| palette[*place]).collect();
        assert_eq!((width, height, pixels), (3, 2, expected));
    }

    #[test]
    fn shades_become_few_and_areas_keep_their_colours() {
        let areas = [[244, 246, 245], [255, 255, 255]];
        let shades = (0..=255).map(|shade| [shade, shade, 255 - shade]);
        let pixels: Vec<Colour> = areas.into_iter().flat_map(|area| [area; 500]).chain(shades).collect();
        let palette = palette(&pixels);
        assert!(palette.len() <= COLOURS && areas.iter().all(|area| palette.contains(area)), "{palette:?}");
        let far = pixels.iter().map(|pixel| distance(palette[usize::from(nearest(&palette, *pixel))], *pixel)).max();
        assert!(far < Some(NEAR * 4), "{far:?}");
    }
}
