"""Words that say nothing of what somebody looks for: small words, and those that make a question of it."""

_SMALL = """
de het een en of in op te ten ter van voor met aan bij uit om over door tot naar als dan dat die dit deze er ze zij
hij ik je jij jou jouw jullie u uw we wij ons onze mij me mijn zijn haar hun hen hem zich is was waren ben bent wordt
worden werd heeft hebben heb had hebt kan kun kunnen kon moet moeten mag mogen zal zullen zou zouden wil willen ga
gaat gaan ook nog maar want dus al wel geen niet niets niks iets men toch daar hier waar zo zoals omdat doordat terwijl
toen nu tegen tussen onder boven na sinds zonder binnen buiten per via meer veel heel erg elkaar andere ander
"""
_ASKING = """
wat wie hoe waarom wanneer welke welk waarmee waarover waaraan waarin waarvoor hoeveel hoezo betekent betekenis
bedoelen bedoeld bedoel heet heten bestaat uitleg informatie info meaning doe doet doen zeg zegt zeggen vind vinden
zoek zoeken eigenlijk precies ofwel iemand mensen ding dingen gebruik gebruiken maak maakt krijg krijgt kom komt komen
duurt lang
"""
STOP = frozenset(f"{_SMALL}{_ASKING}".split())
