/** Promises in Portuguese, folded. */
import { any } from './absence-words.ts';
import { type Grammar, or } from './promise-grammar.ts';

const tells =
  '(?:digo|envio|enviamos|mando|mandamos|ligo|ligamos|confirmo|confirmamos|passo|passamos|respondo|respondemos|aviso|avisamos|entrego|entregamos|remeto|remetemos|encaminho|encaminhamos|preparo|preparamos|trago|dou|damos)';

export const portuguese: Grammar = {
  undertakes: any(
    or(
      '(?:vou|vamos) (?!ver(?! (?:se|com))|pensar|estar|ter|ser|ficar|precisar|continuar|esperar|poder|querer|aguardar)\\p{L}+r(?:-(?:lhe|lhes|vos|te|lo|la|los|las))?',
      `(?:lhe|lhes|vos|te) ${tells}|${tells}-(?:lhe|lhes|vos|te)`,
      '\\p{L}+-(?:lhe|lhes|vos|te)-(?:ei|emos|a|ao)',
      '(?!est|ser|ter|pod|quer|hav|precis|esper|aguard)\\p{L}{3,}(?:arei|erei|irei|aremos|eremos|iremos)',
      'trato (?:disso|do assunto)|tratamos disso|cuido disso|fico de|ficamos de|prometo|deixe comigo|deixa comigo|pode contar (?:comigo|connosco|conosco)',
    ),
  ),
  whenTimed: any(
    or(
      `(?<=^(?:[\\p{L}\\d-]+ ){0,4})${tells}`,
      '(?:segue|seguem|seguira|seguirao|chega|chegara|sai|saira)',
      '(?:tera|terao|teras|recebera|receberao|receberas|recebe|recebem)',
      '(?:sera|serao|fica|ficam|ficara|ficarao) (?:enviad|entregue|pag|assinad|emitid|pront|feit|disponiv|concluid)\\p{L}*',
    ),
  ),
  unless: any('nao|nunca|talvez|quica|se calhar|gostaria|poderia|deveria|ontem|por favor|(?:em )?anexo|reun\\p{L}*'),
  past: any('(?:foi|foram|ja|tinha|tinhamos) \\p{L}+'),
  unlessAfter: false,
  condition: any('(?:^|(?<=[,;] ))se (?:o|a|os|as|voce|quiser|nos|me|tudo|houver|for|enviar|mandar)'),
  bargain: any('voce|quiser\\p{L}*|preco|desconto|enviar\\p{L}*|mandar\\p{L}*|aceitar\\p{L}*'),
  byDefault: any('se nada|salvo'),
  notIn: any('esper(?:o|amos)|fornecedor|transportadora|disse que|segundo|normalmente|em principio|se quiser\\p{L}*'),
};
