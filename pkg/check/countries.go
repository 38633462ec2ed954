package check

import (
	"strings"
	"sync"
)

// countries are the short names of States: a text that puts a meeting in a country says
// nothing of its city.
var countries = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, name := range strings.Split(strings.ReplaceAll(countryNames, "\n", " "), ",") {
		names[strings.TrimSpace(name)] = true
	}
	return names
})

const countryNames = `Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain,
Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia and Herzegovina, Botswana, Brazil, Brunei Darussalam,
Bulgaria, Burkina Faso, Burundi, Cabo Verde, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Comoros, Congo, Costa Rica,
Croatia, Cuba, Cyprus, Czechia, Denmark, Dominica, Ecuador, Egypt, El Salvador, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland,
France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Grenada, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras, Hungary, Iceland, India,
Indonesia, Iran, Iraq, Ireland, Israel, Italy, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kuwait, Kyrgyzstan, Lao, Latvia,
Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius,
Mexico, Micronesia, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger,
Nigeria, Niue, Norway, Oman, Pakistan, Palau, Palestine, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania,
Rwanda, Samoa, Saudi Arabia, Senegal, Serbia, Seychelles, Sierra Leone, Slovakia, Slovenia, Somalia, South Africa, South Sudan, Spain,
Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Tajikistan, Thailand, Togo, Tonga, Tunisia, Türkiye, Turkey, Turkmenistan, Tuvalu,
Uganda, Ukraine, Uruguay, Uzbekistan, Vanuatu, Venezuela, Viet Nam, Vietnam, Yemen, Zambia, Zimbabwe`
