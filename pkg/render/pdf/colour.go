package pdf

import "encoding/binary"

// colourSpace is what the colours of the file mean: PDF/A wants that said (ISO
// 19005-2, 6.2.3).
const colourSpace = "sRGB IEC61966-2.1"

// colourProfile makes an ICC profile of sRGB (ICC.1:2004-10, IEC 61966-2-1): its
// primaries as seen under D50, and its transfer curve. Numbers are in 65536ths.
func colourProfile() []byte {
	xyz := func(x, y, z uint32) []byte {
		b := append([]byte("XYZ "), 0, 0, 0, 0)
		return words32(b, x, y, z)
	}
	text := func(s string) []byte {
		b := words32(append([]byte("mluc"), 0, 0, 0, 0), 1, 12)
		b = words32(append(b, "enUS"...), uint32(2*len(s)), 28)
		for _, c := range []byte(s) {
			b = append(b, 0, c)
		}
		return b
	}
	curve := append([]byte("para"), 0, 0, 0, 0, 0, 3, 0, 0) // Y = (aX+b)^g from d on, cX below
	curve = words32(curve, 0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B)
	adaptation := append([]byte("sf32"), 0, 0, 0, 0) // from D65 to D50, after Bradford
	adaptation = words32(adaptation, 0x10C42, 0x5DE, 0xFFFFF325, 0x793, 0xFD90, 0xFFFFFBA1, 0xFFFFFDA2, 0x3DC, 0xC06E)
	return profile([]field{
		{"desc", text("sRGB")},
		{"cprt", text("No copyright, use freely")},
		{"wtpt", xyz(0xF6D6, 0x10000, 0xD32D)},
		{"chad", adaptation},
		{"rXYZ", xyz(0x6FA2, 0x38F5, 0x0390)},
		{"gXYZ", xyz(0x6299, 0xB785, 0x18DA)},
		{"bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	})
}

// field is a part of a profile.
type field struct {
	name string
	data []byte
}

// profile puts fields behind the header and the list of where they are.
func profile(fields []field) []byte {
	const headerSize, entrySize = 128, 12
	at := headerSize + 4 + entrySize*len(fields)
	list, body := words32(nil, uint32(len(fields))), []byte(nil)
	for _, f := range fields {
		list = words32(append(list, f.name...), uint32(at+len(body)), uint32(len(f.data)))
		body = append(body, f.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	b := words32(nil, uint32(at+len(body)), 0, 0x04200000) // size, no preferred program, version 4.2
	b = append(b, "mntrRGB XYZ "...)
	b = append(b, 0x07, 0xD4, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0) // a date that is always the same
	b = append(b, "acsp"...)
	b = words32(b, 0, 0, 0, 0, 0, 0, 0) // no platform, flags, device, attributes; perceptual
	b = words32(b, 0xF6D6, 0x10000, 0xD32D)
	b = append(b, make([]byte, headerSize-len(b))...)
	return append(append(b, list...), body...)
}

func words32(b []byte, numbers ...uint32) []byte {
	for _, n := range numbers {
		b = binary.BigEndian.AppendUint32(b, n)
	}
	return b
}
